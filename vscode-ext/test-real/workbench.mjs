/** A VS Code workbench: code-server with the extension in it, and a page of Chromium that shows it. */

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";

const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.tips.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "editor.minimap.enabled": false,
  "editor.fontSize": 14,
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
};
const CHROMIUM = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export class Workbench {
  /** Installs the extensions and starts the server; `trusting` says whether every folder is trusted. */
  static async start({ codeServer, vsixes, root, settings = {}, trusting = true }) {
    const [data, extensions] = ["data", "extensions"].map((name) => path.join(root, name));
    fs.mkdirSync(path.join(data, "User"), { recursive: true });
    fs.writeFileSync(path.join(data, "User", "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));
    const entry = path.join(codeServer, "out", "node", "entry.js");
    const folders = ["--user-data-dir", data, "--extensions-dir", extensions];
    const installed = vsixes.flatMap((vsix) => ["--install-extension", vsix]);
    execFileSync("node", [entry, ...folders, ...installed], { stdio: ["ignore", "ignore", "inherit"] });
    const port = await freePort();
    const flags = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", ...(trusting ? ["--disable-workspace-trust"] : [])];
    const code = spawn("node", [entry, ...flags, ...folders], { stdio: "ignore" });
    const workbench = new Workbench({ code, root, extensions, address: `http://127.0.0.1:${port}` });
    try {
      await workbench.until("code-server answers", async () => (await fetch(`${workbench.address}/healthz`).catch(() => undefined))?.status === 200);
      const { chromium } = createRequire(path.join(codeServer, "package.json"))("playwright-core");
      workbench.browser = await chromium.launchPersistentContext(path.join(root, "browser"), {
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        viewport: { width: 1280, height: 800 },
        args: CHROMIUM,
      });
    } catch (error) {
      await workbench.stop();
      throw error;
    }
    return workbench;
  }

  constructor(parts) {
    Object.assign(this, parts);
  }

  async stop() {
    await this.browser?.close();
    const ended = new Promise((resolve) => this.code.once("exit", resolve));
    this.code.kill();
    await ended;
  }

  /** Opens a folder or a workspace file in a new page. */
  async open(place) {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(90_000);
    const address = `${this.address}/?${place.endsWith(".code-workspace") ? "workspace" : "folder"}=${encodeURIComponent(place)}`;
    // code-server now and then forgets what it was asked for, and opens nothing.
    await this.until(`${place} is open`, async () => {
      await page.goto(address);
      const section = page.locator(".explorer-viewlet .pane-header .title").first();
      await section.waitFor();
      return (await section.textContent()).trim().toLowerCase() !== "no folder opened";
    });
    return new Window(this, page);
  }

  /** Waits until something is so. */
  async until(what, is, patience = 60_000) {
    const end = Date.now() + patience;
    while (!(await is())) {
      assert(Date.now() < end, `waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** The processes of the server that came with the extension. */
  servers() {
    return fs.readdirSync("/proc").filter((id) => {
      try {
        return /^\d+$/.test(id) && fs.readlinkSync(`/proc/${id}/exe`).startsWith(this.extensions);
      } catch {
        // It has ended, or is another user's.
        return false;
      }
    }).map(Number);
  }
}

/** A page with a workbench. */
export class Window {
  constructor(workbench, page) {
    this.workbench = workbench;
    this.page = page;
  }

  async close() {
    await this.page.close();
  }

  /** Opens a file by its name, as a user would from the palette. */
  async openFile(name) {
    // In the first group, whatever has the focus.
    await this.page.keyboard.press("Control+1");
    await this.page.keyboard.press("Control+p");
    const input = this.page.locator(".quick-input-widget input");
    await input.waitFor();
    await input.fill(name);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: name }).first().waitFor();
  }

  /** Carries out a command from the palette. */
  async command(title) {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input");
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title.replace(/^.*: /, "") }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  line(text) {
    return this.page.locator(".view-line", { hasText: text }).first();
  }

  /** The lens of that title, of the first predictor. */
  lens(title) {
    return this.page.locator(".codelens-decoration a", { hasText: title }).first();
  }

  /** The words above a predictor that compiles. */
  ready() {
    return this.page.locator(".codelens-decoration", { hasText: "Ready" }).first();
  }

  notification(text) {
    return this.page.locator(".notifications-toasts .notification-list-item, .notifications-center .notification-list-item", { hasText: text }).first();
  }

  async clearNotifications() {
    await this.command("Notifications: Clear All Notifications");
    await this.page.locator(".notification-list-item").first().waitFor({ state: "detached" });
  }

  statusBar(text) {
    return this.page.locator(".statusbar-item", { hasText: text }).first();
  }

  /** Answers the input box that asks for an argument. */
  async answer(title, text) {
    await this.page.locator(".quick-input-widget", { hasText: title }).waitFor();
    const input = this.page.locator(".quick-input-widget input");
    await input.fill(text);
    await this.page.keyboard.press("Enter");
  }

  /** The page of the extension in the tab of that title, which is to be the one on top. */
  webview() {
    return this.page.frameLocator("iframe.webview.ready:visible").last().frameLocator("#active-frame");
  }

  async closeEditors() {
    await this.command("View: Close All Editors");
    await this.page.locator(".tab").first().waitFor({ state: "detached" });
  }

  /** Makes room for two editors. */
  async hideSideBar() {
    await this.page.keyboard.press("Control+b");
    await this.page.locator(".part.sidebar").waitFor({ state: "hidden" });
  }

  /** Whatever still moves or blinks comes to rest. */
  async rest(time = 700) {
    await this.page.waitForTimeout(time);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
