/** Without a setting modules are run by the interpreter that the Python extension has selected. */

import fs from "node:fs";
import path from "node:path";

export default {
  async run(window, folder) {
    fs.writeFileSync(path.join(folder, "which.py"), 'import sys\nfrom hotforge import compile\n\nPYTHON = sys.executable\n\n\n@compile()\ndef which() -> str:\n    """The interpreter that ran the module."""\n    return PYTHON\n');
    await window.openFile("which.py");
    await window.lens("Run…").click();
    await window.webview().locator("pre.text", { hasText: process.env.CHOSEN_PYTHON }).waitFor({ timeout: 600_000 });
  },
};
