/** What the editor offers where there is a predictor: the title's ▶, the context menu, the palette, the walkthrough. */

import assert from "node:assert/strict";

export default {
  async run(window) {
    const { page } = window;
    await window.openFile("points.py");
    const play = page.locator(".editor-actions .codicon-play");
    await window.rest();
    assert.equal(await play.count(), 0);
    await window.openFile("words.py");
    await play.waitFor();

    await window.line("def count").click({ button: "right" });
    const submenu = page.locator(".monaco-menu .action-item", { hasText: "Hotforge" });
    await submenu.click();
    for (const title of ["Compile", "Run Predictor…", "Show Rust", "Show Graph"]) {
      await page.locator(".monaco-submenu .action-label, .monaco-menu .action-label", { hasText: title }).last().waitFor();
    }
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    // Of several predictors one is chosen.
    await window.openFile("swing.py");
    await window.ready().waitFor();
    await play.click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "period" }).click();
    await page.locator(".quick-input-widget", { hasText: "period: length: float" }).waitFor();
    await page.keyboard.press("Escape");

    await window.command("Welcome: Open Walkthrough...");
    await page.locator(".quick-input-widget input").fill("Compile your first predictor");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Compile your first predictor" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".getting-started-step", { hasText: "Run it, and compare it with Python" }).click();
    const picture = page.locator(".getting-started-media img");
    await picture.waitFor();
    await window.workbench.until("the picture is there", () => picture.evaluate((element) => element.complete && element.naturalWidth > 600));
  },
};
