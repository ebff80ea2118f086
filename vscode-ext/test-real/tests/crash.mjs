/** A server that ends by itself is started again, until it has done so five times. */

import assert from "node:assert/strict";

export default {
  async run(window) {
    const { page, workbench } = window;
    await window.openFile("words.py");
    await window.lens("1 problem").waitFor();
    for (let crash = 1; crash <= 4; crash += 1) {
      await kill(workbench);
      await workbench.until("the server is back", () => workbench.servers().length === 1);
      await window.rest(1500);
    }
    // It knows of what is open.
    await window.line("def count").click();
    await page.keyboard.press("End");
    await window.line("kept:").locator("span", { hasText: "kept" }).last().hover();
    await page.locator(".monaco-hover:visible", { hasText: "dict[str, int]" }).waitFor();
    await page.mouse.move(5, 5);
    assert.equal(await window.statusBar("Hotforge").locator(".codicon-flame").count(), 1);

    await kill(workbench);
    const told = window.notification("ended by itself 5 times");
    await told.waitFor();
    await window.statusBar("Hotforge").locator(".codicon-error").waitFor();
    assert.equal(workbench.servers().length, 0);

    // The log is a click away.
    await window.statusBar("Hotforge").click();
    await page.locator(".panel .view-line", { hasText: "[error] Error: The Hotforge server" }).first().waitFor();

    await told.locator("a", { hasText: "Restart" }).click();
    await workbench.until("the server is started by hand", () => workbench.servers().length === 1);
    await window.statusBar("Hotforge").locator(".codicon-flame").waitFor();
  },
};

async function kill(workbench) {
  const [server] = workbench.servers();
  assert.ok(server, "there is a server");
  process.kill(server, "SIGKILL");
  await workbench.until("the server is gone", () => !workbench.servers().includes(server));
}
