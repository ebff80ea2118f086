/** A run that does not end is cancelled, and its process ends. */

import fs from "node:fs";
import path from "node:path";

export default {
  async run(window, folder) {
    fs.writeFileSync(path.join(folder, "forever.py"), "from hotforge import compile\n\n\n@compile()\ndef forever(step: int) -> int:\n    count = 0\n    while True:\n        count = (count + step) % 7\n    return count\n");
    await window.openFile("forever.py");
    await window.lens("Run…").click();
    await window.answer("forever: step", "1");
    const told = window.notification("Running forever");
    await window.workbench.until("it runs", () => trials(folder) > 0, 600_000);
    await told.hover();
    await told.locator("a", { hasText: "Cancel" }).click();
    await window.workbench.until("its process is gone", () => trials(folder) === 0);
    await told.waitFor({ state: "detached" });
  },
};

/** How many processes run a predictor of the folder. */
function trials(folder) {
  return fs.readdirSync("/proc").filter((id) => {
    try {
      const [, ...words] = fs.readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
      return words.includes("hotforge.trial") && fs.readFileSync(words.find((word) => word.endsWith("request.json")), "utf8").includes(folder);
    } catch {
      // No process, or one that has just ended.
      return false;
    }
  }).length;
}
