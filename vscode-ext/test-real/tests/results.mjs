/** Results that are more than text: a heat map, an image, a plot, an exception whose frames lead to their lines. */

import assert from "node:assert/strict";

export default {
  async run(window) {
    const { page } = window;
    await window.hideSideBar();
    await run(window, [["fractal: size", ""], ["fractal: depth", ""]]);
    const map = window.webview().locator("figure.grid");
    await map.locator("img").waitFor();
    await window.webview().locator(".facts", { hasText: "int64" }).locator("span", { hasText: "(96, 96)" }).waitFor();
    // It can be read by the pointer and by the keyboard.
    await map.locator("img").hover({ position: { x: 3, y: 3 } });
    await map.locator("output", { hasText: "[0, 0]  1" }).waitFor();
    await map.focus();
    await page.keyboard.press("ArrowDown");
    await map.locator("output", { hasText: "[1, 0]  " }).waitFor();
    await window.webview().locator("h1").scrollIntoViewIfNeeded();
    await window.rest();
    await window.picture("array");

    await run(window, [["sunset: width", "120"], ["sunset: height", "80"]]);
    const image = window.webview().locator("img.picture");
    await image.waitFor();
    assert.ok(await image.evaluate((element) => element.complete && element.naturalWidth === 120 && element.naturalHeight === 80));
    await window.rest();
    await window.picture("image");

    await run(window, [["swing: steps", ""]]);
    await window.webview().locator("figure.plot path.line").waitFor();
    await window.webview().locator(".cut", { hasText: "Cut: 200 of 400 items" }).waitFor();
    await window.command("Preferences: Toggle between Light/Dark Themes");
    await window.rest(1500);
    await window.picture("plot");
    await window.command("Preferences: Toggle between Light/Dark Themes");

    await run(window, [["find: names", '["sun", "moon"]'], ["find: wanted", "star"]]);
    const raised = window.webview().locator(".raised");
    await raised.locator("strong", { hasText: "KeyError" }).waitFor();
    await window.webview().locator("pre", { hasText: "looking for star" }).waitFor();
    await window.rest();
    await window.picture("raised");
    await raised.locator("button", { hasText: "points.py:11" }).click();
    await page.locator(".tab.active", { hasText: "points.py" }).waitFor();
    await window.statusBar("Ln 11").waitFor();
  },
};

async function run(window, answers) {
  const name = answers[0][0].split(":")[0];
  await window.closeEditors();
  await window.openFile(`${name}.py`);
  await window.ready().waitFor();
  await window.lens("Run…").click();
  for (const [title, text] of answers) {
    await window.answer(title, text);
  }
  await window.page.locator(".tab.active", { hasText: `${name}(…)` }).waitFor({ timeout: 600_000 });
}
