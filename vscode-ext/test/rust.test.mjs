import assert from "node:assert/strict";
import test from "node:test";
import { Echoes } from "../dist/test/rust/echoes.mjs";
import { LineMap } from "../dist/test/rust/lines.mjs";

const RUST = `// a.py:1
static A: i64 = 1;

fn f() {
    const HERE: u8 = 0;
    // a.py:5
    let x = g(
        1,
    );
    // b.py:2
    let y = x;
    // a.py:6
    y
}

static LIBRARY: u8 = 0;`;
const map = new LineMap(
  [
    { rust: 1, python: 0, path: "a.py" },
    { rust: 6, python: 4, path: "a.py" },
    { rust: 10, python: 1, path: "b.py" },
    { rust: 12, python: 5, path: "a.py" },
  ],
  RUST,
);

test("a Python line has the Rust lines of its pieces, without comments and braces", () => {
  assert.deepEqual(map.rustLines("a.py", 4), [[6, 9]]);
  assert.deepEqual(map.rustLines("a.py", 0), [[1, 2]]);
  assert.deepEqual(map.rustLines("a.py", 5), [[12, 13]]);
  assert.deepEqual(map.rustLines("a.py", 3), []);
});

test("a Rust line has the Python line of its piece", () => {
  assert.deepEqual(map.pythonLine(8), { path: "a.py", line: 4 });
  assert.deepEqual(map.pythonLine(10), { path: "b.py", line: 1 });
  assert.equal(map.pythonLine(4), undefined);
  assert.equal(map.pythonLine(15), undefined);
});

test("scrolling takes the nearest line before", () => {
  assert.equal(map.nearestPython("a.py", 11), 4);
  assert.equal(map.nearestPython("a.py", 0), undefined);
  assert.equal(map.nearestRust("a.py", 3), 1);
  assert.equal(map.nearestRust("a.py", 99), 12);
  assert.equal(map.nearestRust("b.py", 0), undefined);
});

test("an editor that shows what was asked of it does not lead", () => {
  const echoes = new Echoes();
  const [a, b] = [{}, {}];
  const shows = (top) => ({ top, bottom: top + 20, lines: 100 });
  echoes.ask(a, 10, 0);
  echoes.ask(a, 15, 50);
  assert.ok(echoes.answers(a, shows(10), 900), "late, and not the last that was asked");
  assert.ok(echoes.answers(a, shows(9), 950), "with room for sticky lines");
  assert.ok(!echoes.answers(a, shows(40), 960), "the user scrolls");
  assert.ok(!echoes.answers(b, shows(10), 960), "another editor");
  assert.ok(!echoes.answers(a, shows(15), 5000), "long after");
});

test("what cannot be on top is shown at the end", () => {
  const echoes = new Echoes();
  const editor = {};
  echoes.ask(editor, 95, 0);
  assert.ok(echoes.answers(editor, { top: 80, bottom: 99, lines: 100 }, 10));
});

test("where it was not known what would be on top, one answer counts", () => {
  const echoes = new Echoes();
  const editor = {};
  echoes.ask(editor, undefined, 0);
  assert.ok(echoes.answers(editor, { top: 30, bottom: 50, lines: 100 }, 10));
  assert.ok(!echoes.answers(editor, { top: 31, bottom: 51, lines: 100 }, 20));
});
