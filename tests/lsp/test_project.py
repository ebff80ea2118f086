"""What belongs to projects: their settings, several folders, files that change on the disk; and what belongs to the
session: progress, cancelling, sockets, what is sent and what is not."""

import json
import re
import subprocess
import time

import pytest
from conftest import HELPERS, PREDICTOR, SERVER
from raw import Server

WATCHES = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
MODEL = """\
from pathlib import Path

from hotforge import compile
from tokenizers import Tokenizer

TOKENIZER = Tokenizer.from_file(str(Path(__file__).parent / "tokenizer.json"))
WORDS = ["a", "b", "c"]


@compile()
def count(text: str) -> int:
    return len(TOKENIZER.encode(text).ids) + len(WORDS)
"""
TOKENIZER = {
    "version": "1.0",
    "truncation": None,
    "padding": None,
    "added_tokens": [],
    "normalizer": None,
    "pre_tokenizer": {"type": "Whitespace"},
    "post_processor": None,
    "decoder": None,
    "model": {"type": "WordLevel", "vocab": {"a": 0, "[UNK]": 1}, "unk_token": "[UNK]"},
}


def start(folder, capabilities=None, options=None):
    server = Server([SERVER], cwd=folder)
    server.folder = folder
    server.initialize(folder, capabilities, options)
    return server


@pytest.fixture
def server(workspace):
    server = start(workspace, WATCHES)
    yield server
    server.stop()


def address(server, name="rank.py"):
    return (server.folder / name).as_uri()


def changed(server, *names):
    changes = [{"uri": address(server, name), "type": 2} for name in names]
    server.notify("workspace/didChangeWatchedFiles", {"changes": changes})


def hints(server, name="rank.py"):
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 1000, "character": 0}}
    params = {"textDocument": {"uri": address(server, name)}, "range": whole}
    return [hint["label"] for hint in server.request("textDocument/inlayHint", params)["result"]]


def hover(server, uri, line, character):
    params = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
    return server.request("textDocument/hover", params)["result"]["contents"]["value"]


def execute(server, command, *arguments, timeout=120):
    params = {"command": f"hotforge.server.{command}", "arguments": list(arguments)}
    return server.request("workspace/executeCommand", params, timeout)


def published(server, uri, seconds=0.7):
    """Every report of a document that comes within some time."""
    reports = []
    until = time.perf_counter() + seconds
    while (left := until - time.perf_counter()) > 0:
        try:
            reports.append(server.diagnostics(uri, timeout=left)[1])
        except TimeoutError:
            break
    return reports


def test_settings_of_a_project_go_before_the_editors(workspace):
    (workspace / "pyproject.toml").write_text("[tool.hotforge.inlay-hints]\nvariables = false\n")
    server = start(workspace, WATCHES, {"inlayHints": {"loopTargets": False}})
    server.open(address(server), PREDICTOR)
    # What is left is the parameter of the lambda.
    assert hints(server) == [": int", " -> float"]
    (workspace / "pyproject.toml").write_text("[tool.hotforge.inlay-hints]\nloop-targets = true\n")
    changed(server, "pyproject.toml")
    assert hints(server).count(": int") == 3 and ": set[str]" in hints(server)
    server.stop()


def test_files_that_a_project_leaves_out(server):
    uri, broken = address(server), PREDICTOR.replace("sorted", "sortd")
    server.open(uri, broken)
    assert len(server.diagnostics(uri)[1]) == 1
    (server.folder / "pyproject.toml").write_text('[tool.hotforge]\nexclude = ["rank.py"]\n')
    changed(server, "pyproject.toml")
    assert server.diagnostics(uri)[1] == []
    assert server.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"] == []
    assert server.request("workspace/symbol", {"query": "rank"})["result"] == []
    report = server.request("workspace/diagnostic", {"previousResultIds": []})["result"]
    assert [item["uri"].rsplit("/", 1)[1] for item in report["items"]] == ["helpers.py"]


def test_settings_that_make_no_sense_are_told_where_they_stand(server):
    (server.folder / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.hotforge]\npyhton = "x"\n')
    server.open(address(server), PREDICTOR)
    [problem] = server.diagnostics(address(server, "pyproject.toml"))[1]
    assert "pyhton" in problem["message"] and problem["range"]["start"]["line"] >= 2
    (server.folder / "pyproject.toml").write_text("[tool.hotforge]\n")
    changed(server, "pyproject.toml")
    assert server.diagnostics(address(server, "pyproject.toml"))[1] == []


def test_the_interpreter_that_a_project_names_runs_its_modules(server):
    (server.folder / "pyproject.toml").write_text('[tool.hotforge]\npython = "no/such/python"\n')
    server.open(address(server), PREDICTOR)
    answer = execute(server, "capture", address(server))
    assert "no/such/python" in json.dumps(answer["error"])


def test_a_tokenizer_and_an_imported_module_that_change_on_the_disk(server):
    uri = address(server, "count.py")
    (server.folder / "count.py").write_text(MODEL)
    server.open(uri, MODEL)
    assert server.diagnostics(uri)[1] == []
    (server.folder / "tokenizer.json").write_text(json.dumps(TOKENIZER))
    changed(server, "tokenizer.json")
    assert f"({len(json.dumps(TOKENIZER))} B)" in hover(server, uri, 10, 5)
    (server.folder / "tokenizer.json").write_text(json.dumps(TOKENIZER, indent=4))
    changed(server, "tokenizer.json")
    assert f"({len(json.dumps(TOKENIZER, indent=4))} B)" in hover(server, uri, 10, 5)


def test_a_model_that_changes_on_the_disk(server):
    uri = address(server, "run.py")
    source = (
        "from hotforge import compile\nfrom onnxruntime import InferenceSession\nimport numpy as np\n\n"
        'SESSION = InferenceSession("model.onnx")\n\n\n@compile()\ndef run(x: float) -> float:\n'
        '    [y] = SESSION.run(None, {"x": np.full((1,), x, dtype=np.float32)})\n    return float(y[0])\n'
    )

    def model(name):
        """What the tracer reads of a model: inputs and outputs, each one float. Written as protobuf has it."""
        field = lambda number, content: bytes([number << 3 | 2, len(content)]) + content
        shape = field(2, field(1, b"\x08\x01"))
        tensor = lambda name: field(1, name) + field(2, field(1, b"\x08\x01" + shape))
        graph = field(11, tensor(name.encode())) + field(12, tensor(b"y"))
        (server.folder / "model.onnx").write_bytes(b"\x08\x08" + field(7, graph))

    model("x")
    server.open(uri, source)
    assert server.diagnostics(uri)[1] == []
    model("z")
    changed(server, "model.onnx")
    assert "z" in json.dumps(server.diagnostics(uri)[1])
    model("x")
    changed(server, "model.onnx")
    assert server.diagnostics(uri)[1] == []


def test_files_are_watched_for_clients_that_do_not(workspace):
    server = start(workspace)
    server.open(address(server), PREDICTOR)
    assert server.diagnostics(address(server))[1] == []
    (workspace / "helpers.py").write_text("def other(): ...\n")
    assert "words_of" in json.dumps(server.diagnostics(address(server))[1])
    server.stop()


def test_captured_globals_tell_their_sizes(server):
    uri = address(server)
    server.open(uri, PREDICTOR)
    # As far as the source tells.
    assert "`STOP_WORDS: set[str]` (3 items)" in hover(server, uri, 11, 5)
    answer = execute(server, "capture", uri)
    assert {item["name"]: item["bytes"] for item in answer["result"]["globals"]} == {"STOP_WORDS": 6, "WEIGHT": 8}
    # As the run of the module has shown, as long as its code stays.
    assert "`STOP_WORDS: set[str]` (6 B)" in hover(server, uri, 11, 5)
    server.change(uri, 2, (6, 14), (6, 19), '"the ship"')
    assert "`STOP_WORDS: set[str]` (3 items)" in hover(server, uri, 11, 5)


def test_classes_of_the_project(server):
    text = (
        "from hotforge import compile\n\n\nclass Point:\n    \"\"\"A place.\"\"\"\n\n    def __init__(self, x: int) -> None:\n"
        "        self.x = x\n\n    def half(self) -> float:\n        \"\"\"Half of it.\"\"\"\n        return self.x / 2\n\n\n"
        "@compile()\ndef f(n: int) -> float:\n    p = Point(n)\n    return p.half()\n"
    )
    uri = address(server, "point.py")
    server.open(uri, text)
    assert "class Point\n    x: int" in hover(server, uri, 16, 10)
    assert "Half of it." in hover(server, uri, 17, 15)
    params = {"textDocument": {"uri": uri}, "position": {"line": 17, "character": 13}}
    items = {item["label"]: item for item in server.request("textDocument/completion", params)["result"]}
    assert items.keys() == {"x", "half"} and items["x"]["detail"] == "int"
    assert items["half"]["documentation"]["value"] == "Half of it."


def test_a_double_click_on_a_hint_writes_an_annotation_that_compiles(server):
    uri = address(server)
    server.open(uri, PREDICTOR)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 1000, "character": 0}}
    found = server.request("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": whole})["result"]
    edits = [edit for hint in found for edit in hint.get("textEdits") or []]
    assert {edit["newText"] for edit in edits} >= {" -> float", ": set[str]"}
    # Loop targets and lambdas cannot be annotated.
    assert len(edits) < len(found)
    lines = PREDICTOR.split("\n")
    for edit in reversed(sorted(edits, key=lambda edit: (edit["range"]["start"]["line"], edit["range"]["start"]["character"]))):
        line, column = edit["range"]["start"]["line"], edit["range"]["start"]["character"]
        lines[line] = lines[line][:column] + edit["newText"] + lines[line][column:]
    server.notify(
        "textDocument/didChange",
        {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "\n".join(lines)}]},
    )
    assert server.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"] == []


def test_all_that_can_be_fixed_in_one_action(server):
    uri = address(server)
    server.open(uri, PREDICTOR.replace("sorted", "sortd").replace("enumerate", "enumerat"))
    start = {"line": 0, "character": 0}
    context = {"diagnostics": [], "only": ["source.fixAll"]}
    params = {"textDocument": {"uri": uri}, "range": {"start": start, "end": start}, "context": context}
    [action] = server.request("textDocument/codeAction", params)["result"]
    assert action["kind"] == "source.fixAll.hotforge"
    assert [edit["newText"] for edit in action["edit"]["changes"][uri]] == ["enumerate", "sorted"]


def test_code_that_nothing_reaches_is_faded(server):
    uri = address(server)
    server.open(uri, PREDICTOR.replace("    return WEIGHT", "    return 1.0\n    return WEIGHT"))
    [item] = server.diagnostics(uri)[1]
    assert (item["severity"], item["tags"], item["range"]["start"]["line"]) == (4, [1], 24)


def test_diagnostics_that_stay_are_not_sent_again(server):
    uri = address(server)
    server.open(uri, PREDICTOR.replace("sorted", "sortd"))
    assert len(server.diagnostics(uri)[1]) == 1
    for version in range(2, 12):
        server.change(uri, version, (26, 0), (26, 0), "#")
    assert published(server, uri) == []


def test_completion_in_code_that_is_broken(server):
    """What was known of the code before it broke still is."""
    uri = address(server)
    server.open(uri, PREDICTOR)
    server.change(uri, 2, (18, 4), (18, 4), "wanted.\n    if (sentences[")
    params = {"textDocument": {"uri": uri}, "position": {"line": 18, "character": 11}}
    labels = {item["label"] for item in server.request("textDocument/completion", params)["result"]}
    assert {"add", "union"} <= labels


def test_an_analysis_that_is_stale_is_given_up(workspace):
    """One predictor that takes long: a hundred edits in a row take about as long as a few."""
    body = "".join(f"    v{i} = [v{i - 1}, v{i - 1}]\n    w{i} = len(v{i})\n" for i in range(1, 12))
    text = f"from hotforge import compile\n\n\n@compile()\ndef f(v0: list[int]) -> int:\n{body * 40}    return w11\n"
    server = start(workspace)
    uri = address(server, "slow.py")
    server.open(uri, text)
    started = time.perf_counter()
    server.diagnostics(uri, timeout=120)
    once = time.perf_counter() - started
    started = time.perf_counter()
    for version in range(2, 102):
        server.change(uri, version, (5, 0), (5, 0), "    x = 1\n")
    server.change(uri, 102, (5, 0), (5, 0), "    y = nothing\n")
    while "nothing" not in json.dumps(server.diagnostics(uri, timeout=120)[1]):
        pass
    assert time.perf_counter() - started < 20 * max(once, 0.05)
    server.stop()


def test_several_folders(tmp_path):
    for name in ["one", "two"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "part.py").write_text(f"from hotforge import compile\n\n\n@compile()\ndef {name}(x: int) -> int:\n    y = x\n    return y\n")
    (tmp_path / "two" / "pyproject.toml").write_text("[tool.hotforge.inlay-hints]\nenabled = false\n")
    folder = lambda name: {"uri": (tmp_path / name).as_uri(), "name": name}
    server = Server([SERVER])
    server.request("initialize", {"processId": None, "workspaceFolders": [folder("one"), folder("two")], "capabilities": {}})
    server.notify("initialized")
    server.folder = tmp_path
    names = lambda: sorted(symbol["name"] for symbol in server.request("workspace/symbol", {"query": ""})["result"])
    assert names() == ["one", "two"]
    for name in ["one/part.py", "two/part.py"]:
        server.open(address(server, name), (tmp_path / name).read_text())
    # Each folder has the settings of its own project.
    assert hints(server, "one/part.py") == [": int"] and hints(server, "two/part.py") == []
    server.notify("textDocument/didClose", {"textDocument": {"uri": address(server, "two/part.py")}})
    server.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [], "removed": [folder("two")]}})
    assert names() == ["one"]
    server.stop()


def test_progress_is_shown_and_a_run_can_be_cancelled(workspace):
    (workspace / "rank.py").write_text("import time\ntime.sleep(5)\n" + PREDICTOR)
    server = start(workspace, {"window": {"workDoneProgress": True}})
    uri = address(server)
    server.open(uri, (workspace / "rank.py").read_text())
    params = {"command": "hotforge.server.capture", "arguments": [uri]}
    number = server.begin("workspace/executeCommand", params)
    of_kind = lambda kind: lambda message: message.get("method") == "$/progress" and message["params"]["value"]["kind"] == kind
    _, begun = server.wait(of_kind("begin"))
    assert "rank.py" in begun["params"]["value"]["title"] and begun["params"]["value"]["cancellable"]
    server.notify("window/workDoneProgress/cancel", {"token": begun["params"]["token"]})
    _, answer = server.wait(lambda message: message.get("id") == number, timeout=60)
    assert answer["error"]["code"] == -32800
    assert server.wait(of_kind("end"))[1]["params"]["token"] == begun["params"]["token"]
    server.stop()


def test_a_client_over_tcp(workspace):
    import socket

    process = subprocess.Popen([SERVER, "--tcp", "0"], stdout=subprocess.PIPE)
    port = int(re.search(rb"\d+", process.stdout.readline())[0])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        stream = connection.makefile("rwb")

        def ask(message):
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            stream.flush()

        ask({"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}})
        length = int(stream.readline().split(b":")[1])
        stream.readline()
        assert json.loads(stream.read(length))["result"]["serverInfo"]["name"] == "hotforge"
        ask({"method": "exit"})
    assert process.wait(10) is not None


def test_helpers_that_are_open_go_before_the_disk(server):
    uri = address(server)
    server.open(uri, PREDICTOR)
    assert server.diagnostics(uri)[1] == []
    server.open(address(server, "helpers.py"), HELPERS.replace("words_of", "other"))
    assert "words_of" in json.dumps(server.diagnostics(uri)[1])
