/** A workspace with several folders: each has its own settings. */

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { mend } from "./run.mjs";

export default {
  place(folder) {
    mend(folder);
    const other = path.join(path.dirname(folder), "other");
    fs.mkdirSync(path.join(other, ".vscode"), { recursive: true });
    fs.writeFileSync(path.join(other, ".vscode/settings.json"), JSON.stringify({ "hotforge.output": path.join(other, "bundles") }));
    fs.writeFileSync(path.join(other, "double.py"), "from hotforge import compile\n\n\n@compile()\ndef double(x: int) -> int:\n    return x * 2\n");
    const file = path.join(path.dirname(folder), "both.code-workspace");
    fs.writeFileSync(file, JSON.stringify({ folders: [{ path: folder }, { path: other }] }));
    return file;
  },

  async run(window, folder) {
    const other = path.join(path.dirname(folder), "other");
    await window.openFile("double.py");
    await window.lens("Compile").click();
    await window.notification("Compiled double").waitFor({ timeout: 600_000 });
    assert.ok(fs.existsSync(path.join(other, "bundles/double/manifest.json")));
    await window.openFile("words.py");
    await window.lens("Compile").click();
    await window.notification("Compiled words").waitFor({ timeout: 600_000 });
    assert.ok(fs.existsSync(path.join(folder, "build/words/manifest.json")));
  },
};
