import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import { unpack } from "../dist/test/shared.mjs";

const packed = (value) => `code/${deflateRawSync(JSON.stringify(value)).toString("base64url")}`;

test("a link of the playground holds files", () => {
  const files = [
    ["main.py", "é😀\n"],
    ["a/b.py", ""],
  ];
  assert.deepEqual(unpack(packed({ files, active: "main.py" })), { files, active: "main.py" });
});

test("what is no such link holds nothing", () => {
  for (const query of ["", "code/", "code/AAAA", "code/%%", packed({}), packed({ files: [] }), packed({ files: [["main.py", 3]] }), packed(null)]) {
    assert.equal(unpack(query), undefined, query);
  }
});

test("a path does not lead out of the folder", () => {
  for (const path of ["../main.py", "/etc/main.py", "a/../../b.py", "C:\\b.py", "main.sh", ".py"]) {
    assert.equal(unpack(packed({ files: [[path, ""]], active: path })), undefined, path);
  }
});

test("a link that unpacks to more than memory holds nothing", () => {
  assert.equal(unpack(packed({ files: [["main.py", "a".repeat(8 << 20)]], active: "main.py" })), undefined);
});
