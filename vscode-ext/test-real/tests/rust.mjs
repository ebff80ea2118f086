/** Show Rust: beside the source, both scroll together, and the lines that belong together are marked both ways. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { mend } from "./run.mjs";

export default {
  async run(window, folder) {
    const { page } = window;
    mend(folder);
    // Long enough to scroll.
    const file = path.join(folder, "words.py");
    fs.writeFileSync(file, `${fs.readFileSync(file, "utf8")}${"\n".repeat(20)}\n\n\n@compile()\ndef last(number: int) -> int:\n    doubled = number * 2\n    return doubled + 1\n${"\n".repeat(60)}\n`);
    await window.hideSideBar();
    await window.openFile("words.py");
    await window.lens("Show Rust").click();
    await page.locator(".tab", { hasText: "words.rs" }).waitFor({ timeout: 120_000 });
    const [source, rust] = [0, 1].map((index) => page.locator(".editor-instance").nth(index));
    await rust.locator(".view-line", { hasText: "hotforge_runtime" }).waitFor();

    // The cursor in the source marks its Rust, and brings it into view.
    await source.locator(".view-line", { hasText: "counts.get" }).first().click();
    await rust.locator(".view-line", { hasText: "rt::dict::get_or" }).first().waitFor();
    await marked(window, rust, 1);
    await window.rest();
    await window.picture("rust");

    // The cursor in the Rust marks its line of the source.
    await rust.locator(".view-line", { hasText: "rt::dict::iterate_items" }).first().click();
    await marked(window, source, 1);

    // What is saved is generated anew.
    await source.locator(".view-line", { hasText: "counts.get" }).first().click();
    await page.keyboard.press("End");
    await page.keyboard.type("1");
    await page.keyboard.press("Control+s");
    await rust.locator(".view-line", { hasText: ", 11)" }).first().waitFor();

    // Scrolling the source scrolls the Rust. These keys leave the cursor where it is.
    const before = await firstLine(rust);
    await page.keyboard.press("Control+1");
    await page.keyboard.press("Alt+PageDown");
    await window.workbench.until("the Rust follows the source", async () => (await firstLine(rust)) > before + 5);
    await window.rest();
    const top = await firstLine(source);
    assert.ok(top > 10, "the Rust did not pull the source back");
    // And back.
    await page.keyboard.press("Control+2");
    await page.keyboard.press("Alt+PageUp");
    await page.keyboard.press("Alt+PageUp");
    await window.workbench.until("the source follows the Rust", async () => (await firstLine(source)) < top);
  },
};

/** Waits until so many lines at least are marked in an editor. */
async function marked(window, editor, least) {
  await window.workbench.until("lines are marked", async () => (await editor.locator(".view-overlays .cdr[class*='ced-']").count()) >= least);
}

/** The number of the line on top. */
async function firstLine(editor) {
  const numbers = await editor.locator(".margin-view-overlays .line-numbers").allInnerTexts();
  const found = numbers.map(Number).filter((number) => number > 0);
  assert.ok(found.length > 0);
  return Math.min(...found);
}
