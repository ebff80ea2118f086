import assert from "node:assert/strict";
import test from "node:test";
import { example, problem, value, written } from "../dist/test/arguments.mjs";

const parameter = (type, required = true) => ({ name: "x", type, default: null, required, description: null });

test("arguments are JSON, and text where a string is wanted", () => {
  assert.equal(value(parameter("str"), "plain"), "plain");
  assert.equal(value(parameter("str"), '"quoted"'), "quoted");
  assert.equal(value(parameter("str"), '"half'), '"half');
  assert.equal(value(parameter("str"), ""), "");
  assert.equal(value(parameter('Literal["a", "b"]'), "a"), "a");
  assert.deepEqual(value(parameter("list[int]"), "[1, 2]"), [1, 2]);
  assert.equal(value(parameter("int", false), ""), undefined);
});

test("arrays may be files", () => {
  assert.equal(value(parameter("ndarray[float32, (N,)]"), "/data/a.npy"), "/data/a.npy");
  assert.equal(value(parameter("ndarray[uint8]"), "cat.PNG"), "cat.PNG");
  assert.deepEqual(value(parameter("ndarray[float32]"), "[1]"), [1]);
});

test("what is wrong is told while it is typed", () => {
  assert.equal(problem(parameter("int"), ""), "x needs an int");
  assert.equal(problem(parameter("dict[str, int]"), ""), "x needs a dict[str, int]");
  assert.equal(problem(parameter("list[str]"), "a"), 'Write the list[str] as JSON, such as ["text"]');
  assert.match(problem(parameter("ndarray[uint8]"), "cat"), /\.npy file or an image/);
  assert.equal(problem(parameter("str"), "a"), undefined);
  assert.equal(problem(parameter("int", false), ""), undefined);
});

test("a value is written as it would be typed", () => {
  const cases = [["str", "plain", "plain"], ["str", "", '""'], ["str", '"a', '"a'], ["str", '"a"', '"\\"a\\""'], ["list[int]", [1, 2], "[1,2]"], ["ndarray[uint8]", "cat.png", "cat.png"], ["int", 3, "3"]];
  for (const [type, given, text] of cases) {
    assert.equal(written(parameter(type), given), text);
    assert.deepEqual(value(parameter(type), text), given);
  }
});

test("examples fit their types", () => {
  assert.equal(example("list[list[float]]"), "[[1.5]]");
  assert.equal(example("tuple[int, ...]"), "[1]");
});
