import assert from "node:assert/strict";
import test from "node:test";
import { hasPredictor } from "../dist/test/predictors.mjs";
import { Crashes, MOST_CRASHES } from "../dist/test/server/crashes.mjs";
import { locate } from "../dist/test/server/locate.mjs";

const places = (given) => {
  const { files = [], ...rest } = given;
  return locate({ set: "", extension: "/ext", path: "/usr/bin::/opt/bin", platform: "linux", exists: (file) => files.includes(file), ...rest });
};

test("the server is the one that is set, then the bundled one, then the one on the PATH", () => {
  const files = ["/mine", "/ext/server/hotforge-lsp", "/opt/bin/hotforge-lsp"];
  assert.deepEqual(places({ files, set: "/mine" }), { found: "/mine" });
  assert.deepEqual(places({ files }), { found: "/ext/server/hotforge-lsp" });
  assert.deepEqual(places({ files: files.slice(2) }), { found: "/opt/bin/hotforge-lsp" });
});

test("a server that is set and not there is not replaced in silence", () => {
  assert.match(places({ files: ["/opt/bin/hotforge-lsp"], set: "/gone" }).missing, /no \/gone.*hotforge\.server\.path/);
});

test("without a server it is said what to do", () => {
  assert.match(places({}).missing, /Install Hotforge, or set hotforge\.server\.path/);
});

test("on Windows programs end in .exe", () => {
  const file = "C:\\bin\\hotforge-lsp.exe";
  assert.deepEqual(places({ files: [file], platform: "win32", path: "C:\\bin;D:\\bin" }), { found: file });
});

test("the server is started again until it has crashed too often", () => {
  const crashes = new Crashes();
  const restarts = Array.from({ length: MOST_CRASHES }, (_, index) => crashes.note(index * 1000));
  assert.deepEqual(restarts, [true, true, true, true, false]);
  crashes.forget();
  assert.equal(crashes.note(6000), true);
});

test("crashes of long ago do not count", () => {
  const crashes = new Crashes();
  const restarts = Array.from({ length: 20 }, (_, index) => crashes.note(index * 2 * 60_000));
  assert.ok(restarts.every(Boolean));
});

test("predictors are seen by their decorator", () => {
  assert.ok(hasPredictor("x = 1\n@compile()\ndef f(): ..."));
  assert.ok(hasPredictor("  @hotforge.compile"));
  assert.ok(!hasPredictor("# @compile()\nre.compile('a')"));
  assert.ok(!hasPredictor("@compiled()\ndef f(): ..."));
});
