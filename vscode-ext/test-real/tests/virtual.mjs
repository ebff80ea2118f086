/** A workspace that is on no disk: its files are analysed, and nothing is offered that would need a disk. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

export default {
  place(folder) {
    const file = path.join(path.dirname(folder), "virtual.code-workspace");
    fs.writeFileSync(file, JSON.stringify({ folders: [{ uri: "memory:/project", name: "virtual" }] }));
    return file;
  },

  async run(window) {
    const { page } = window;
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "shout.py" }).dblclick();
    await page.locator(".squiggly-error").first().waitFor();
    const word = window.line("loud").locator("span", { hasText: "uper" }).last();
    await word.hover();
    await page.locator(".monaco-hover:visible", { hasText: "HF0103" }).waitFor();
    await window.lens("1 problem").waitFor();
    assert.equal(await page.locator(".codelens-decoration a", { hasText: /Compile|Run|Rust/ }).count(), 0);
    assert.equal(await page.locator(".editor-actions .codicon-play").count(), 0);
    await window.command("Hotforge: Compile");
    await window.notification("it has to be in a folder on this machine").waitFor();
  },
};
