/** Without a server it is said what to do. */

export default {
  async run(window) {
    await window.openFile("words.py");
    await window.notification("There is no /no/such/hotforge-lsp, which the setting hotforge.server.path names.").waitFor();
    await window.statusBar("Hotforge").locator(".codicon-error").waitFor();
    await window.notification("hotforge.server.path").locator("a", { hasText: "Open Settings" }).click();
    await window.page.locator(".settings-editor .setting-item", { hasText: "Server: Path" }).waitFor();
  },
};
