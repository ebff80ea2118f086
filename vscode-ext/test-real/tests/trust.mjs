/** In a workspace that is not trusted files are analysed and nothing is run; with trust everything works. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

export default {
  async run(window, folder) {
    const { page } = window;
    // What would be run, would leave a trace.
    const trace = path.join(folder, "trace.txt");
    const file = path.join(folder, "words.py");
    fs.writeFileSync(file, `open(${JSON.stringify(trace)}, "w").close()\n${fs.readFileSync(file, "utf8").replace("splt", "split")}`);
    await window.openFile("words.py");
    await window.ready().waitFor();
    await window.line(": set[str]").waitFor();
    assert.equal(await page.locator(".codelens-decoration a", { hasText: /Compile|Run|Rust/ }).count(), 0);
    await window.lens("Show graph").waitFor();
    assert.equal(await page.locator(".editor-actions .codicon-play").count(), 0);
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").fill(">Hotforge: ");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Show Graph" }).waitFor();
    assert.equal(await page.locator(".quick-input-list .monaco-list-row", { hasText: /Hotforge: (Compile|Run|Show Rust)/ }).count(), 0);
    await page.keyboard.press("Escape");
    await window.rest(2000);
    assert.ok(!fs.existsSync(trace));

    await window.command("Workspaces: Manage Workspace Trust");
    await page.locator(".workspace-trust-editor a, .workspace-trust-editor .monaco-button", { hasText: /^Trust$/ }).first().click();
    await page.locator(".workspace-trust-editor", { hasText: "You trust this folder" }).waitFor();
    await window.rest();
    await window.closeEditors();
    await window.openFile("words.py");
    await window.lens("Compile").click();
    await window.notification("Compiled words").waitFor({ timeout: 600_000 });
    assert.ok(fs.existsSync(trace));
  },
};
