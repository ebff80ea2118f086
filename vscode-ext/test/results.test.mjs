import assert from "node:assert/strict";
import test from "node:test";
import { decode } from "fast-png";
import { image } from "../dist/test/results/heatmap.mjs";
import { duration, figure, ratio } from "../dist/test/results/numbers.mjs";
import { headline, result } from "../dist/test/results/result.mjs";
import { block, inline } from "../dist/test/results/value.mjs";

const int = (number) => ({ kind: "int", text: String(number) });
const str = (text) => ({ kind: "str", text, length: text.length });
const list = (...items) => ({ kind: "list", items, length: items.length });
const dict = (fields) => ({ kind: "dict", items: Object.entries(fields).map(([name, value]) => [str(name), value]), length: Object.keys(fields).length });
const summary = { low: 1, high: 4, mean: 2.5, missing: 0 };
const shown = (value) => block(value).text;

test("text is text", () => {
  assert.match(shown(str("<b>")), /<pre class="text">&#60;b&#62;<\/pre>/);
  assert.match(shown({ kind: "str", text: "ab", length: 5000 }), /Cut: 2 of 5,000 characters/);
});

test("bytes are a hex dump", () => {
  assert.match(shown({ kind: "bytes", base64: "aGkA", length: 3 }), /0000 {2}68 69 00 +hi\./);
});

test("dicts with the same keys are a table with a column for each", () => {
  const text = shown(list(dict({ name: str("a"), n: int(1) }), dict({ name: str("b"), more: int(2) })));
  assert.match(text, /<th scope="col">name<\/th><th scope="col">n<\/th><th scope="col">more<\/th>/);
  assert.match(text, /<td>a<\/td><td class="number">1<\/td><td class="none">–<\/td>/);
});

test("tuples are rows, and a dict is a table of its items", () => {
  assert.match(shown(list({ kind: "tuple", items: [int(7), str("x")], length: 2 })), /<th scope="row">0<\/th><td class="number">7<\/td><td>x<\/td>/);
  assert.match(shown(dict({ red: int(2) })), /<th scope="row">red<\/th><td class="number">2<\/td>/);
});

test("what was cut is told", () => {
  assert.match(shown({ ...list(int(1)), length: 1000 }), /Cut: 1 of 1,000 items/);
  assert.match(shown(list()), /empty/);
});

test("long things in a cell are behind their summary", () => {
  const text = shown(dict({ all: list(...Array.from({ length: 100 }, (_, index) => int(index))) }));
  assert.match(text, /<details><summary>\[0, 1, 2,.*, …\]<\/summary>/);
});

test("arrays with one axis are a line, broken where a number is missing", () => {
  const text = shown({ kind: "array", dtype: "float32", shape: [4], numbers: { ...summary, missing: 1, points: [1, null, 3, 4] } });
  assert.match(text, /<span>float32<\/span><span>\(4,\)<\/span><span>min 1<\/span><span>max 4<\/span><span>mean 2\.5<\/span><span>1 not finite<\/span>/);
  const path = /<path class="line" d="([^"]*)"/.exec(text)[1];
  assert.equal(path.match(/M/g).length, 2);
});

test("long axes are the band of their extremes", () => {
  const text = shown({ kind: "array", dtype: "int64", shape: [9000], numbers: { ...summary, lows: [1, null, 2], highs: [4, null, 3], length: 9000 } });
  assert.match(text, /Thinned out to fit: the extremes of 3 equal pieces/);
});

test("arrays with two axes are a heat map, with more a heat map for each slice", () => {
  const slices = (count) => Array.from({ length: count }, (_, index) => ({ index: count > 1 ? [index] : [], rows: [[1, 2], [3, 4]] }));
  const two = shown({ kind: "array", dtype: "int8", shape: [2, 2], numbers: { ...summary, slices: slices(1), step: [1, 1], count: 1 } });
  assert.equal(two.match(/<figure/g).length, 1);
  const three = shown({ kind: "array", dtype: "int8", shape: [9, 4, 8], numbers: { ...summary, slices: slices(6), step: [2, 4], count: 9 } });
  assert.equal(three.match(/<figure/g).length, 6);
  assert.match(three, /one row in 2, one column in 4/);
  assert.match(three, /The first 6 of 9 slices/);
});

test("empty arrays and arrays without axes", () => {
  assert.doesNotMatch(shown({ kind: "array", dtype: "int8", shape: [0, 3], numbers: { low: null, high: null, mean: null, missing: 0, slices: [{ index: [], rows: [] }], step: [1, 1], count: 1 } }), /<figure/);
  assert.doesNotMatch(shown({ kind: "array", dtype: "int8", shape: [0], numbers: { low: null, high: null, mean: null, missing: 0, points: [] } }), /<figure/);
  assert.match(shown({ kind: "array", dtype: "int8", shape: [], text: "3" }), />3</);
});

test("a heat map has a pixel for each number, from dark to bright, and none where a number is missing", () => {
  const { width, height, data } = decode(Buffer.from(image([[0, 10], [null, 5]], 0, 10).split(",")[1], "base64"));
  assert.deepEqual([width, height], [2, 2]);
  const pixel = (index) => [...data.subarray(index * 4, index * 4 + 4)];
  assert.deepEqual(pixel(0), [68, 1, 84, 255]);
  assert.deepEqual(pixel(1), [253, 231, 37, 255]);
  assert.equal(pixel(2)[3], 0);
});

test("arrays that are images are images", () => {
  const text = shown({ kind: "pixels", base64: Buffer.from([255, 0, 0, 0, 0, 255]).toString("base64"), width: 2, height: 1, channels: 3, dtype: "uint8", shape: [2, 4, 3], numbers: summary });
  const png = decode(Buffer.from(/base64,([^"]*)"/.exec(text)[1], "base64"));
  assert.deepEqual([...png.data], [255, 0, 0, 0, 0, 255]);
  assert.match(text, /2 × 1 pixels are shown/);
});

test("frames of an exception lead to their lines", () => {
  const text = shown({ kind: "raised", class: "KeyError", message: "'<a>'", frames: [{ file: "/p/a.py", line: 7, function: "f", source: "d[k]" }] });
  assert.match(text, /<strong>KeyError<\/strong>: &#39;&#60;a&#62;&#39;/);
  assert.match(text, /<button class="link" data-file="\/p\/a\.py" data-line="7">a\.py:7<\/button> in <code>f<\/code><pre class="source">d\[k\]<\/pre>/);
});

test("a value in one line is as Python prints it", () => {
  assert.equal(inline({ kind: "tuple", items: [int(1)], length: 1 }), "(1,)");
  assert.equal(inline({ kind: "set", items: [], length: 0 }), "set()");
  assert.equal(inline(dict({ a: { kind: "none" } })), '{"a": None}');
  assert.equal(inline({ kind: "record", class: "P", items: [["x", int(1)]], length: 1 }), "P(x=1)");
});

const measured = (outcome, typical, more = {}) => ({ outcome, milliseconds: { first: typical * 2, typical, calls: 100 }, printed: "", ...more });
const page = (native, python, more = {}) => result({ predictor: "f", arguments: { x: 1 }, trial: { native, python }, ...more }).text;

test("both forms are measured and compared", () => {
  const text = page(measured(int(1), 0.002), measured(int(1), 0.1, { agreement: { verdict: "equal", detail: null } }));
  assert.match(text, /<strong>2 µs<\/strong>.*median of 100 calls · first 4 µs</s);
  assert.match(text, /<strong>50×<\/strong> faster than Python/);
  assert.match(text, /✓ Python gives the same/);
  const native = measured(int(1), 0.002);
  native.milliseconds.from_python = 0.01;
  assert.match(page(native, undefined), /· from Python 10 µs/);
  assert.equal(text.match(/<h2>/g).length, 1);
  assert.match(page(measured(int(1), 2), measured(int(1), 1, { agreement: { verdict: "close", detail: "d" } })), /<strong>2×<\/strong> slower.*≈ Python gives the same: d/s);
});

test("where they differ both are shown", () => {
  const text = page(measured(int(1), 1), measured(int(2), 1, { agreement: { verdict: "different", detail: "2 against 1" } }));
  assert.match(text, /✗ Python gives something else: 2 against 1/);
  assert.match(text, /<h2>Native returns<\/h2>.*<h2>Python returns<\/h2>/s);
});

test("what was printed is shown once where both print the same", () => {
  const print = (printed) => ({ printed, agreement: { verdict: "equal", detail: null } });
  assert.doesNotMatch(page(measured(int(1), 1, print("a")), measured(int(1), 1, print("a"))), /Python printed/);
  assert.match(page(measured(int(1), 1, print("a")), measured(int(1), 1, print("b"))), /The library printed.*Python printed/s);
});

test("a function that takes too long, a module that raises and an argument that does not fit are told", () => {
  assert.match(page(measured(int(1), 1), { error: "not done after 15 seconds", outcome: null }), /Not compared: not done after 15 seconds/);
  const raised = { kind: "raised", class: "ImportError", message: "no", frames: [] };
  assert.match(page(measured(int(1), 1), { error: "the module cannot be run", outcome: raised }), /The module raises.*ImportError/s);
  const misfit = { error: "x: 1 is no str", outcome: null };
  assert.match(page(misfit, undefined), /Not run.*x: 1 is no str/s);
  assert.equal(headline({ predictor: "f", arguments: {}, trial: { native: misfit } }), "x: 1 is no str");
});

test("numbers are short", () => {
  assert.deepEqual([figure(1), figure(1 / 3), figure(1e12), figure(null)], ["1", "0.333333", "1000000000000", "nan"]);
  assert.deepEqual([duration(0.0012), duration(0.5), duration(12.34), duration(1500), duration(250)], ["1.2 µs", "500 µs", "12.3 ms", "1.5 s", "250 ms"]);
  assert.deepEqual([ratio(12.34), ratio(1.44), ratio(1234)], ["12.3×", "1.4×", "1234×"]);
});
