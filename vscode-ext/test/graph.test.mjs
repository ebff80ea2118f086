import assert from "node:assert/strict";
import test from "node:test";
import { draw, place } from "../dist/test/graph/draw.mjs";

const node = (label, located = true) => ({ kind: "function", label, location: located ? { uri: "file:///a.py", range: {} } : null });

test("a graph has layers from left to right, and cycles end", () => {
  const graph = {
    nodes: ["f", "g", "h"].map((label) => node(label)),
    edges: [
      { from: 1, to: 0, types: ["int"] },
      { from: 2, to: 1, types: [] },
      { from: 1, to: 2, types: [] },
    ],
  };
  const { nodes, edges, width, height } = place(graph);
  assert.ok(nodes[0].x < nodes[1].x && nodes[1].x < nodes[2].x);
  assert.equal(edges.length, 3);
  assert.ok(nodes.every((box) => box.x + box.width / 2 <= width && box.y + box.height / 2 <= height));
});

test("no node lies over another", () => {
  const count = 12;
  const graph = { nodes: Array.from({ length: count }, (_, index) => node(`operator::${"x".repeat(index)}`)), edges: Array.from({ length: count - 1 }, (_, index) => ({ from: index + 1, to: index % 3, types: ["list[int]"] })) };
  const boxes = place(graph).nodes;
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      assert.ok(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2);
    }
  }
});

test("words are escaped, and nodes without a place cannot be clicked", () => {
  const text = draw({ nodes: [node("f"), node("<b>", false)], edges: [{ from: 1, to: 0, types: ["a<b>"] }] }).text;
  assert.match(text, /a&#60;b&#62;/);
  assert.equal(text.match(/data-node/g).length, 1);
  assert.match(text, /role="link"[^>]*data-node="0"/);
});
