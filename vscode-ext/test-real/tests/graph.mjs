/** The graph renders, and a node leads to its definition. */

import assert from "node:assert/strict";

export default {
  async run(window) {
    const { page } = window;
    await window.hideSideBar();
    await window.openFile("find.py");
    await window.lens("Show graph").click();
    const graph = window.webview();
    await graph.locator("svg .node.function", { hasText: "find" }).waitFor();
    assert.ok((await graph.locator("svg .node.operator").count()) >= 2);
    assert.ok((await graph.locator("svg .edge").count()) >= 3);
    await window.rest();
    await window.picture("graph");
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
