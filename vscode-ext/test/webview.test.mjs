import assert from "node:assert/strict";
import test from "node:test";
import { JSDOM } from "jsdom";
import { block } from "../dist/test/results/value.mjs";
import { readGrids } from "../dist/test/webview/grid.mjs";
import { readPlots } from "../dist/test/webview/plot.mjs";

const summary = { low: 1, high: 6, mean: 3.5, missing: 0 };

function opened(value) {
  const { window } = new JSDOM(`<body>${block(value)}</body>`);
  readGrids(window.document);
  readPlots(window.document);
  const figure = window.document.querySelector("figure");
  const press = (...keys) => keys.forEach((key) => figure.dispatchEvent(new window.KeyboardEvent("keydown", { key })));
  return { window, press, reading: () => figure.querySelector("output").textContent };
}

test("arrow keys read a heat map, and stop at its edges", () => {
  const numbers = { ...summary, slices: [{ index: [2], rows: [[1, 2, 3], [4, null, 6]] }], step: [2, 5], count: 1 };
  const { press, reading } = opened({ kind: "array", dtype: "int8", shape: [3, 4, 15], numbers });
  press("ArrowRight");
  assert.equal(reading(), "[2, 0, 5]  2");
  press("ArrowDown", "ArrowDown");
  assert.equal(reading(), "[2, 2, 5]  not finite");
  press("ArrowRight", "ArrowRight", "ArrowRight");
  assert.equal(reading(), "[2, 2, 10]  6");
});

test("arrow keys read a plot", () => {
  const { press, reading } = opened({ kind: "array", dtype: "int8", shape: [3], numbers: { ...summary, points: [1, 6, 2] } });
  press("ArrowRight");
  assert.equal(reading(), "[1]  6");
  press("ArrowLeft", "ArrowLeft");
  assert.equal(reading(), "[0]  1");
});

test("of a long axis the pieces are read", () => {
  const { press, reading } = opened({ kind: "array", dtype: "int8", shape: [10], numbers: { ...summary, lows: [1, 2], highs: [5, 6], length: 10 } });
  press("ArrowRight");
  assert.equal(reading(), "[5…9]  2 to 6");
});
