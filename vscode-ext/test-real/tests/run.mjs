/** Compile and Run: progress, arguments, the result with the times of both forms, and running again. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

const TEXT = "The red fox and the quick red hare run over the hill. The red hare is quick, and the fox is not far behind.";

export default {
  async run(window, folder) {
    const { page } = window;
    mend(folder);
    await window.hideSideBar();
    await window.openFile("words.py");
    await window.ready().waitFor();

    const told = window.notification("Compiling words.py");
    const seen = told.waitFor({ timeout: 60_000 });
    await window.lens("Compile").click();
    await seen;
    await window.notification("Compiled words").waitFor({ timeout: 600_000 });
    assert.ok(fs.existsSync(path.join(folder, "build/words/manifest.json")));
    await window.clearNotifications();

    await window.lens("Run…").click();
    await page.locator(".quick-input-widget", { hasText: "count: text: str (1/2)" }).waitFor();
    await window.answer("count: text: str", TEXT);
    // What is no int is told before it is sent.
    await page.locator(".quick-input-widget", { hasText: "count: least: int" }).waitFor();
    await page.locator(".quick-input-widget input").fill("many");
    await page.locator(".quick-input-widget", { hasText: "Write the int as JSON" }).waitFor();
    await window.answer("count: least: int", "");
    const result = window.webview();
    await result.locator("tr", { hasText: "red" }).locator("td.number", { hasText: "3" }).waitFor({ timeout: 120_000 });
    await result.locator(".verdict.equal", { hasText: "Python gives the same" }).waitFor();
    assert.match(await result.locator("table.times").innerText(), /Native\s+[\d.]+ .s\s.*from Python.*\s+Python\s+[\d.]+ .s/);
    await window.rest();
    await window.picture("run");

    // The same again, in the same tab; and with other arguments, of which the last are proposed.
    await result.locator("button", { hasText: "Run again" }).click();
    await window.notification("Running count").waitFor();
    await window.notification("Running count").waitFor({ state: "detached", timeout: 120_000 });
    assert.equal(await page.locator(".tab", { hasText: "count(…)" }).count(), 1);
    await window.webview().locator("button", { hasText: "Change arguments" }).click();
    await page.locator(".quick-input-widget", { hasText: "count: text" }).waitFor();
    assert.equal(await page.locator(".quick-input-widget input").inputValue(), TEXT);
    await window.answer("count: text", "a tree");
    await window.answer("count: least", "1");
    await window.webview().locator("th", { hasText: "tree" }).waitFor({ timeout: 120_000 });
  },
};

/** Writes what the quick fix writes. */
export function mend(folder) {
  const file = path.join(folder, "words.py");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("splt", "split"));
}
