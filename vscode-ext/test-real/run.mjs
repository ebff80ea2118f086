/**
 * The extension in a real VS Code workbench: code-server, driven in Chromium.
 *
 *   node test-real/run.mjs CODE_SERVER VSIX HOTFORGE_LSP PYTHON PICTURES
 *
 * CODE_SERVER is the folder of the code-server package, PICTURES the folder for screenshots.
 */

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const [codeServer, vsix, server, python, pictures] = process.argv.slice(2).map((argument) => path.resolve(argument));
const require = createRequire(path.join(codeServer, "package.json"));
const { chromium } = require("playwright-core");

const SOURCE = `from hotforge import compile

STOP_WORDS = {"the", "a", "of"}


@compile()
def count(text: str, least: int = 1) -> dict[str, int]:
    """Counts the words of a text."""
    counts: dict[str, int] = {}
    for word in text.lower().splt():
        if word not in STOP_WORDS:
            counts[word] = counts.get(word, 0) + 1
    kept = {word: n for word, n in counts.items() if n >= least}
    order = sorted(kept, key=lambda word: -kept[word])
    return {word: kept[word] for word in order}
`;

const root = fs.mkdtempSync(path.join(os.tmpdir(), "hotforge-code-"));
const [workspace, data, extensions] = ["workspace", "data", "extensions"].map((name) => path.join(root, name));
fs.mkdirSync(workspace);
fs.writeFileSync(path.join(workspace, "words.py"), SOURCE);
fs.mkdirSync(path.join(data, "User"), { recursive: true });
fs.writeFileSync(
  path.join(data, "User", "settings.json"),
  JSON.stringify({
    "hotforge.server.path": server,
    "hotforge.python": python,
    "workbench.startupEditor": "none",
    "telemetry.telemetryLevel": "off",
    "extensions.autoUpdate": false,
    "editor.minimap.enabled": false,
    "workbench.colorTheme": "Default Dark Modern",
    "git.enabled": false,
  }),
);
const entry = path.join(codeServer, "out", "node", "entry.js");
const folders = ["--user-data-dir", data, "--extensions-dir", extensions];
execFileSync("node", [entry, ...folders, "--install-extension", vsix], { stdio: "inherit" });

const port = await new Promise((resolve) => {
  const probe = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const flags = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
const code = spawn("node", [entry, ...flags, ...folders, workspace], { stdio: "ignore" });
const browserData = path.join(root, "browser");
let browser;
try {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.status === 200) {
      break;
    }
    assert(tries < 300, "code-server did not start");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  browser = await chromium.launchPersistentContext(browserData, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    viewport: { width: 1280, height: 800 },
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(90_000);
  const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  await page.goto(`http://127.0.0.1:${port}/?folder=${workspace}`);
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "words.py" }).dblclick();

  // Hints, a lens and a squiggle.
  await page.locator(".squiggly-error").first().waitFor();
  await page.locator(".codelens-decoration", { hasText: "1 problem" }).waitFor();
  await page.locator(".view-line", { hasText: ": set[str]" }).first().waitFor();
  const line = (text) => page.locator(".view-line", { hasText: text }).first();
  const word = line("lower").locator("span", { hasText: "splt" }).last();
  await word.hover();
  await page.locator(".monaco-hover:visible", { hasText: "HF0103" }).waitFor();
  await picture("vscode-problem");

  // The quick fix mends it.
  await word.click();
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget", { hasText: "Replace by" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".codelens-decoration", { hasText: "Ready" }).waitFor();
  assert.equal(await page.locator(".squiggly-error").count(), 0);
  await page.waitForTimeout(1000);
  await picture("vscode-ready");

  // A hover tells the type.
  await line("kept").locator("span", { hasText: "kept" }).last().hover();
  await page.locator(".monaco-hover:visible", { hasText: "dict[str, int]" }).waitFor();
  await picture("vscode-hover");
  await page.mouse.move(5, 5);

  // Compile tells that it is done.
  const lens = (title) => page.locator(".codelens-decoration a", { hasText: title }).first();
  await lens("Compile").click();
  await page.locator(".notifications-toasts", { hasText: "Compiled words" }).waitFor({ timeout: 600_000 });

  // Run asks for the arguments and shows the result.
  await lens("Run…").click();
  const input = page.locator(".quick-input-widget input");
  await page.locator(".quick-input-widget", { hasText: "count: text: str" }).waitFor();
  await input.fill("the red fox and the quick red hare");
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget", { hasText: "count: least: int" }).waitFor();
  await page.keyboard.press("Enter");
  const webview = () => page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
  await webview().locator("td", { hasText: "2" }).first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
  await picture("vscode-run");

  // Show Rust opens the generated code beside it.
  await lens("Show Rust").click();
  await page.locator(".tab", { hasText: "words.rs" }).waitFor({ timeout: 120_000 });
  await page.locator(".view-line", { hasText: "hotforge_runtime" }).first().waitFor();
  await picture("vscode-rust");

  // The graph renders.
  await lens("Show graph").click();
  await webview().locator("svg .node.function", { hasText: "count" }).waitFor();
  await page.waitForTimeout(500);
  await picture("vscode-graph");
  console.log("ok: hints, hover, squiggle, quick fix, compile, run, Rust, graph");
} catch (error) {
  await browser?.pages().at(-1)?.screenshot({ path: path.join(os.tmpdir(), "hotforge-code-failed.png") });
  throw error;
} finally {
  await browser?.close();
  code.kill();
  fs.rmSync(root, { recursive: true, force: true });
}
