/**
 * The extension in a real VS Code workbench: code-server, driven in Chromium. `cargo xtask vscode` calls it.
 *
 *   node test-real/run.mjs CODE_SERVER VSIX PYTHON PICTURES [TEST...]
 *
 * CODE_SERVER is the folder of the code-server package, PICTURES the folder for screenshots; without tests all are run.
 */

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { Workbench } from "./workbench.mjs";

const [codeServer, vsix, python, pictures] = process.argv.slice(2, 6).map((argument) => path.resolve(argument));
const wanted = process.argv.slice(6);
const here = import.meta.dirname;
const sharp = createRequire(path.join(codeServer, "package.json"))("sharp");

// The Python that an extension of the tests tells.
process.env.CHOSEN_PYTHON = python;

/** The tests by the workbench that they share. */
const suites = [
  { settings: { "hotforge.python": python }, tests: ["live", "run", "results", "rust", "graph", "editor", "roots", "notebook", "outputs", "cancel", "crash"] },
  { settings: { "hotforge.python": python }, trusting: false, tests: ["trust"] },
  { extensions: ["virtual"], tests: ["virtual"] },
  { extensions: ["python"], tests: ["interpreter"] },
  { settings: { "hotforge.server.path": "/no/such/hotforge-lsp" }, tests: ["missing"] },
];

const known = suites.flatMap(({ tests }) => tests);
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`no test is called ${unknown}: there are ${known.join(", ")}`);
  process.exit(2);
}

let failed = 0;
for (const { tests, extensions = [], ...options } of suites) {
  const chosen = tests.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) {
    continue;
  }
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "hotforge-code-"));
  const workbench = await Workbench.start({ codeServer, vsixes: [vsix, ...extensions.map((name) => pack(name, root))], root, ...options });
  try {
    for (const name of chosen) {
      failed += (await passes(workbench, name, root)) ? 0 : 1;
    }
  } finally {
    await workbench.stop();
    fs.rmSync(root, { recursive: true, force: true });
  }
}
console.log(failed === 0 ? "all passed" : `${failed} FAILED`);
process.exitCode = failed === 0 ? 0 : 1;

/** Packs one of the small extensions that tests need. */
function pack(name, root) {
  const file = path.join(root, `${name}.vsix`);
  const vsce = path.join(here, "../node_modules/.bin/vsce");
  execFileSync(vsce, ["package", "--allow-missing-repository", "--skip-license", "--out", file], { cwd: path.join(here, "extensions", name), stdio: "ignore" });
  return file;
}

/** Runs a test in a fresh copy of the workspace and a window of its own. */
async function passes(workbench, name, root) {
  const folder = path.join(root, name, "workspace");
  fs.cpSync(path.join(here, "workspace"), folder, { recursive: true });
  const { default: test } = await import(`./tests/${name}.mjs`);
  const started = Date.now();
  const window = await workbench.open(test.place?.(folder) ?? folder);
  window.picture = (title) => picture(window.page, path.join(pictures, `vscode-${title}.png`));
  try {
    await test.run(window, folder);
    console.log(`ok ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    const seen = path.join(os.tmpdir(), `hotforge-vscode-${name}.png`);
    await window.page.screenshot({ path: seen }).catch(() => undefined);
    console.log(`FAILED ${name}: ${error.stack ?? error}\n  seen: ${seen}`);
    return false;
  } finally {
    await window.close();
  }
}

/** A screenshot with a palette: a fraction of the size, and nobody sees the difference. */
async function picture(page, file) {
  const taken = await page.screenshot({ animations: "disabled", caret: "hide" });
  await sharp(taken).png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }).toFile(file);
}
