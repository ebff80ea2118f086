import assert from "node:assert/strict";
import test from "node:test";
import { Html, escaped, html } from "../dist/test/panel/html.mjs";
import { page } from "../dist/test/panel/page.mjs";

test("parts of a template are escaped, HTML is not", () => {
  assert.equal(html`<p>${"<b>"}${new Html("<i>")}${undefined}${false}${null}${[1, "&"]}</p>`.text, "<p>&#60;b&#62;<i>1&#38;</p>");
  assert.equal(escaped(`"'`), "&#34;&#39;");
});

test("a page runs nothing but its own script", () => {
  const sources = { cspSource: "https://self", style: "https://self/a.css", script: "https://self/a.js" };
  const text = page("<t>", new Html("<p>x</p>"), sources);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)[1].replaceAll("&#39;", "'");
  const nonce = /<script nonce="([^"]*)"/.exec(text)[1];
  assert.equal(policy, `default-src 'none'; img-src data:; style-src https://self; script-src 'nonce-${nonce}'`);
  assert.ok(nonce.length >= 20);
  assert.notEqual(nonce, /<script nonce="([^"]*)"/.exec(page("", new Html(""), sources))[1]);
  assert.ok(!/ style=| on\w+=/.test(text));
});
