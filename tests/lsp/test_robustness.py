"""What a server must survive: broken states, broken messages, large files, long sessions."""

import json
import random
import time

import pytest
from conftest import HELPERS, PREDICTOR, SERVER
from raw import Server


@pytest.fixture
def server(workspace):
    server = Server([SERVER])
    server.folder = workspace
    server.initialize(workspace)
    yield server
    server.stop()


def address(server, name="rank.py"):
    return (server.folder / name).as_uri()


def settled(server, uri):
    """The diagnostics of a document by pull: what a fresh start would say of its text."""
    answer = server.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    return json.dumps(answer["result"]["items"], sort_keys=True)


def fresh(workspace, text):
    server = Server([SERVER])
    server.initialize(workspace)
    uri = (workspace / "rank.py").as_uri()
    server.open(uri, text)
    found = settled(server, uri)
    server.stop()
    return found


def position(text, offset):
    line = text.count("\n", 0, offset)
    return line, offset - (text.rfind("\n", 0, offset) + 1)


def test_five_hundred_edits_end_as_a_fresh_start(server, workspace):
    """A session typed character by character: parts are deleted and typed again, requests come between."""
    text, uri, chance = PREDICTOR, address(server), random.Random(7)
    server.open(uri, text)
    version, edits, pending = 1, 0, []
    while edits < 500:
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randrange(1, 12))
        piece = text[start:end] if chance.random() < 0.8 else chance.choice(["(", "\n    x = [", "é😀", "'''", ":"])
        changes = [(start, end, "")] + [(start + i, start + i, letter) for i, letter in enumerate(piece)]
        for begin, stop, letters in changes:
            version, edits = version + 1, edits + 1
            utf16 = lambda at: (position(text, at)[0], len(text[text.rfind("\n", 0, at) + 1 : at].encode("utf-16-le")) // 2)
            server.change(uri, version, utf16(begin), utf16(stop), letters)
            text = text[:begin] + letters + text[stop:]
            if edits % 20 == 0:
                line, character = position(text, begin)
                where = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
                pending.append(server.begin(chance.choice(["textDocument/hover", "textDocument/completion"]), where))
    for number in pending:
        _, answer = server.wait(lambda message: message.get("id") == number)
        assert "error" not in answer, answer
    assert settled(server, uri) == fresh(workspace, text)
    # What was pushed last says the same.
    published = None
    try:
        while True:
            published = server.diagnostics(uri, timeout=0.5)[1]
    except TimeoutError:
        pass
    assert json.dumps(published, sort_keys=True) == settled(server, uri)


def test_kill_and_restart(workspace):
    first = Server([SERVER])
    first.initialize(workspace)
    uri = (workspace / "rank.py").as_uri()
    first.open(uri, PREDICTOR.replace("sorted", "sortd"))
    before = settled(first, uri)
    first.process.kill()
    assert fresh(workspace, PREDICTOR.replace("sorted", "sortd")) == before


def test_the_end_of_the_client_is_the_end_of_the_server(workspace):
    server = Server([SERVER])
    server.initialize(workspace)
    server.process.stdin.close()
    assert server.process.wait(10) is not None


def test_malformed_messages(server):
    uri = address(server)
    server.open(uri, PREDICTOR)
    server.send_bytes(b"Content-Length: 9\r\n\r\n{not json")
    server.send_bytes(b"Content-Length: 2\r\n\r\n[]")
    server.notify("textDocument/didChange", {"textDocument": {"uri": uri}})
    server.notify("textDocument/didOpen", {"nothing": 1})
    server.notify("no/such/notification", {"x": 1})
    # An edit of a document that is not open, and one far outside the text.
    server.change("file:///nowhere.py", 3, (0, 0), (0, 0), "x")
    server.change(uri, 2, (9000, 0), (9001, 5), "# end\n")
    assert "error" in server.request("no/such/request", {})
    assert "error" in server.request("textDocument/hover", {"textDocument": 5})
    where = {"textDocument": {"uri": uri}, "position": {"line": 999999, "character": 999999}}
    assert server.request("textDocument/hover", where)["result"] is None
    where["position"] = {"line": 12, "character": 6}
    assert "def rank" in json.dumps(server.request("textDocument/hover", {**where, "position": {"line": 11, "character": 5}}))
    where["textDocument"]["uri"] = "untitled:Untitled-1"
    assert "error" not in server.request("textDocument/documentSymbol", {"textDocument": {"uri": "untitled:x"}})


def test_positions_are_counted_as_agreed(workspace):
    text = 'from hotforge import compile\n@compile()\ndef f(é: str) -> str:\n    return "😀" + é.uper()\n'
    for encoding in ["utf-8", "utf-16", "utf-32"]:
        server = Server([SERVER])
        answer = server.initialize(workspace, {"general": {"positionEncodings": [encoding]}})
        assert answer["result"]["capabilities"]["positionEncoding"] == encoding
        server.open("file:///t.py", text)
        [problem] = server.diagnostics("file:///t.py")[1]
        start = text.split("\n")[3].index("é")
        prefix = text.split("\n")[3][:start]
        width = {"utf-8": len(prefix.encode()), "utf-16": len(prefix.encode("utf-16-le")) // 2, "utf-32": len(prefix)}
        assert problem["range"]["start"] == {"line": 3, "character": width[encoding]}
        server.stop()


def test_requests_see_the_edits_before_them(server):
    """Edits and requests in one burst: each answer is of the text at its place in the order."""
    uri = address(server)
    server.open(uri, "x = 1\n")
    numbers = []
    for version in range(2, 60):
        server.change(uri, version, (0, 0), (0, 0), "x = 1\n")
        numbers.append((version, server.begin("textDocument/documentSymbol", {"textDocument": {"uri": uri}})))
        numbers.append((version, server.begin("textDocument/selectionRange", {"textDocument": {"uri": uri}, "positions": [{"line": 0, "character": 0}]})))
    for version, number in numbers:
        _, answer = server.wait(lambda message: message.get("id") == number)
        outer = answer["result"][0]
        while "parent" in outer:
            outer = outer["parent"]
        if "name" not in outer:
            assert outer["range"]["end"]["line"] == version


def test_requests_can_be_cancelled(server):
    uri = address(server)
    server.open(uri, large(20_000))
    numbers = [server.begin("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}}) for _ in range(20)]
    for number in numbers:
        server.notify("$/cancelRequest", {"id": number})
    codes = set()
    for number in numbers:
        _, answer = server.wait(lambda message: message.get("id") == number, timeout=60)
        codes.add(answer.get("error", {}).get("code"))
    assert codes <= {None, -32800}
    assert "result" in server.request("textDocument/foldingRange", {"textDocument": {"uri": uri}}, timeout=60)


def large(lines):
    """A file of so many lines with a predictor in every twenty."""
    parts = ["from hotforge import compile\n\n"]
    for index in range(lines // 20):
        body = "".join(f"    v{i} = v{i - 1} * {i} + len(words)\n" for i in range(1, 13))
        parts.append(
            f"@compile()\ndef predict_{index}(text: str, v0: int) -> int:\n    words = text.split()\n{body}"
            f"    for word in words:\n        v12 += len(word)\n    return v12\n\n"
        )
    return "".join(parts)


def test_a_file_of_twenty_thousand_lines(server):
    uri = address(server)
    server.open(uri, large(20_000))
    assert server.diagnostics(uri, timeout=120)[1] == []
    started = time.perf_counter()
    server.change(uri, 2, (4, 0), (4, 0), "    wrong = text.splt()\n")
    came, [problem] = server.diagnostics(uri, timeout=120)
    assert "splt" in problem["message"]
    assert came - started < 60
    where = {"textDocument": {"uri": uri}, "position": {"line": 5, "character": 5}}
    assert "result" in server.request("textDocument/hover", where, timeout=120)


def test_a_workspace_of_five_hundred_files(server):
    for index in range(500):
        (server.folder / f"part_{index}.py").write_text(
            f"from hotforge import compile\nfrom helpers import words_of\n\n@compile()\n"
            f"def part_{index}(text: str) -> int:\n    return len(words_of(text)) + {index}\n"
        )
    found = server.request("workspace/symbol", {"query": "part_499"}, timeout=120)["result"]
    assert [symbol["name"] for symbol in found] == ["part_499"]
    report = server.request("workspace/diagnostic", {"previousResultIds": []}, timeout=120)["result"]
    assert len(report["items"]) == 502
    uri = address(server, "helpers.py")
    server.open(uri, HELPERS)
    where = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 6}, "context": {"includeDeclaration": True}}
    found = server.request("textDocument/references", where, timeout=120)["result"]
    assert len(found) == 1 + 3 + 2 * 500


def test_memory_is_flat_over_ten_thousand_edits(server):
    uri = address(server)
    server.open(uri, PREDICTOR)
    server.diagnostics(uri)
    size = []
    for version in range(2, 10_002):
        server.change(uri, version, (13, 4), (13, 4) if version % 2 == 0 else (13, 5), "x" if version % 2 == 0 else "")
        if version % 1000 == 0:
            settled(server, uri)
            size.append(server.memory())
    assert size[-1] < size[1] * 1.25 + 5, size
