/** What `%%compile` showed in a notebook looks in VS Code as it does elsewhere: types under the pointer, no script. */

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const REPOSITORY = path.join(import.meta.dirname, "../../..");
const CELLS = [
  "%load_ext hotforge",
  "%%compile --compare total(['shade', 'cloth'])\ndef total(words: list[str]) -> int:\n    sizes = [len(word) for word in words]\n    return sum(sizes)\n",
];

export default {
  async run(window, folder) {
    execute(path.join(folder, "outputs.ipynb"));
    await window.openFile("outputs.ipynb");
    const { page, workbench } = window;
    let view;
    await workbench.until("the output is shown", async () => {
      for (const frame of page.frames()) {
        if (await frame.locator(".hf .badge").count().catch(() => 0)) {
          view = frame.locator(".hf");
        }
      }
      return view !== undefined;
    });
    await view.locator(".badge", { hasText: "native" }).first().waitFor();
    await view.locator("svg").waitFor();
    await view.locator(".t", { hasText: "sizes" }).first().hover();
    await view.locator(".tip", { hasText: "sizes: list[int]" }).first().waitFor();
    await window.picture("outputs");
  },
};

/** Writes a notebook with these cells and has a kernel run them. */
function execute(file) {
  const cells = CELLS.map((source, index) => ({ cell_type: "code", id: `c${index}`, execution_count: null, metadata: {}, outputs: [], source }));
  const kernelspec = { display_name: "Python 3", language: "python", name: "python3" };
  fs.writeFileSync(file, JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
  const run = "import sys, nbformat, nbclient; n = nbformat.read(sys.argv[1], 4); nbclient.NotebookClient(n, timeout=600, kernel_name='python3').execute(); nbformat.write(n, sys.argv[1])";
  const packages = ["python", "jupyter-ext"].map((name) => path.join(REPOSITORY, name)).join(path.delimiter);
  const environment = { ...process.env, PYTHONPATH: packages, HOTFORGE_PROGRAM: path.join(REPOSITORY, "target/debug/hotforge") };
  execFileSync(process.env.CHOSEN_PYTHON, ["-c", run, file], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
}
