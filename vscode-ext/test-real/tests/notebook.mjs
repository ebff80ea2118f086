/** The cells of a notebook are one module: hints and squiggles in them, and no lens that would need a file. */

import assert from "node:assert/strict";

export default {
  async run(window) {
    const { page } = window;
    await window.openFile("cells.ipynb");
    await page.locator(".notebookOverlay .cell.code .squiggly-error").first().waitFor();
    await page.locator(".notebookOverlay .view-line", { hasText: "total: float" }).first().waitFor();
    assert.equal(await page.locator(".codelens-decoration a", { hasText: "Compile" }).count(), 0);
    const word = page.locator(".notebookOverlay .view-line span", { hasText: "rounded" }).last();
    await word.hover();
    await page.locator(".monaco-hover:visible", { hasText: "HF0103" }).waitFor();
  },
};
