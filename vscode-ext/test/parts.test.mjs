import assert from "node:assert/strict";
import test from "node:test";
import { example, problem, value } from "../dist/test/arguments.mjs";
import { layers, svg } from "../dist/test/graph.mjs";
import { toPython, toRust } from "../dist/test/lines.mjs";
import { shown } from "../dist/test/result.mjs";

const parameter = (type, required = true) => ({ name: "x", type, default: null, required, description: null });

test("arguments are JSON, and text where a string is wanted", () => {
  assert.equal(value(parameter("str"), "plain"), "plain");
  assert.equal(value(parameter("str"), '"quoted"'), "quoted");
  assert.deepEqual(value(parameter("list[int]"), "[1, 2]"), [1, 2]);
  assert.equal(value(parameter("int", false), ""), undefined);
  assert.equal(problem(parameter("int"), ""), "x needs a int");
  assert.equal(problem(parameter("list[str]"), "a"), 'write the list[str] as JSON, such as ["text"]');
  assert.equal(problem(parameter("str"), "a"), undefined);
  assert.equal(example("list[list[float]]"), "[[1.5]]");
});

test("lines go both ways", () => {
  const pairs = [
    { rust: 10, python: 2, path: "a.py" },
    { rust: 12, python: 3, path: "a.py" },
    { rust: 20, python: 1, path: "b.py" },
  ];
  assert.equal(toPython(pairs, "a.py", 11), 2);
  assert.equal(toPython(pairs, "a.py", 9), undefined);
  assert.equal(toRust(pairs, "a.py", 3), 12);
  assert.equal(toRust(pairs, "a.py", 7), 12);
  assert.equal(toRust(pairs, "b.py", 0), undefined);
});

test("a graph has layers, and cycles end", () => {
  const node = (label) => ({ kind: "function", label, location: null });
  const graph = {
    nodes: ["f", "g", "h"].map(node),
    edges: [
      { from: 1, to: 0, types: ["int"] },
      { from: 2, to: 1, types: ["a<b>"] },
      { from: 1, to: 2, types: [] },
    ],
  };
  assert.equal(layers(graph)[0], 0);
  assert.match(svg(graph), /a&lt;b&gt;/);
});

test("results are shown by their shape", () => {
  assert.match(shown([[1, 2], [3, 4]]), /<svg/);
  assert.match(shown([1, 2, 3]), /polyline/);
  assert.match(shown([{ a: 1 }, { b: "<" }]), /<table>.*&lt;/);
  assert.equal(shown("<b>"), "<pre>&lt;b&gt;</pre>");
});
