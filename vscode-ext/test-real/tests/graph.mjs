/** The graph renders, and a node leads to its definition. */

import assert from "node:assert/strict";
import { mend } from "./run.mjs";

export default {
  async run(window, folder) {
    const { page } = window;
    mend(folder);
    await window.hideSideBar();
    await window.openFile("words.py");
    await window.lens("Show graph").click();
    await window.webview().locator("svg .node.global", { hasText: "STOP_WORDS" }).waitFor();
    await window.rest();
    await window.picture("graph");
    await window.closeEditors();

    await window.openFile("find.py");
    await window.lens("Show graph").click();
    const graph = window.webview();
    await graph.locator("svg .node.function", { hasText: "find" }).waitFor();
    assert.ok((await graph.locator("svg .node.operator").count()) >= 2);
    assert.ok((await graph.locator("svg .edge").count()) >= 3);
    await graph.locator(".node", { hasText: "nearest" }).click();
    await page.locator(".tab.active", { hasText: "points.py" }).waitFor();
    await window.statusBar("Ln 10").waitFor();

    // By the keyboard, too.
    const node = window.webview().locator(".node[data-node='0']");
    await node.focus();
    await page.keyboard.press("Enter");
    await page.locator(".tab.active", { hasText: "find.py" }).waitFor();
  },
};
