/** What is seen while a predictor is written: hints, a squiggle, a hover, a fix, the status bar. */

import assert from "node:assert/strict";

export default {
  async run(window) {
    const { page } = window;
    // Nothing is started before there is Python to see.
    await window.rest(2000);
    assert.equal(window.workbench.servers().length, 0);
    await window.openFile("words.py");
    await page.locator(".squiggly-error").first().waitFor();
    await window.lens("1 problem").waitFor();
    await window.line(": set[str]").waitFor();
    await window.statusBar("Hotforge").waitFor();

    const word = window.line("lower").locator("span", { hasText: "splt" }).last();
    await word.hover();
    await page.locator(".monaco-hover:visible", { hasText: "HF0103" }).waitFor();
    await window.rest();
    await window.picture("problem");

    // The quick fix mends it.
    await word.click();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget", { hasText: "Replace by" }).waitFor();
    await page.keyboard.press("Enter");
    await window.ready().waitFor();
    assert.equal(await page.locator(".squiggly-error").count(), 0);
    await window.rest();
    await window.picture("ready");

    await window.line("kept").locator("span", { hasText: "kept" }).last().hover();
    await page.locator(".monaco-hover:visible", { hasText: "dict[str, int]" }).waitFor();
    await window.rest();
    await window.picture("hover");
    assert.equal(window.workbench.servers().length, 1);
  },
};
