"""Times the language server beside those of type checkers: what an author waits for while typing.

Usage: measure.py HOTFORGE_LSP [PYRIGHT_LANGSERVER]

Every server gets the same files and the same edits in turn: a name is misspelt by one letter and mended again, and each edit
is timed until the server publishes diagnostics that say so. `ty` and `pyrefly` are taken from the virtual environment.
"""

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "tests" / "lsp"), str(REPOSITORY / "bench")]
from programs import source, source_of_one  # noqa: E402
from raw import Server  # noqa: E402

EDITS = 40
FILES = {
    "50 lines": source(50),
    "500 lines": source(500),
    "500 lines, one predictor": source_of_one(500),
    "5,000 lines": source(5000),
}


def servers(hotforge: str, pyright: str | None) -> dict[str, list[str]]:
    environment = Path(sys.executable).parent
    found = {"hotforge": [hotforge], "ty": [str(environment / "ty"), "server"], "pyrefly": [str(environment / "pyrefly"), "lsp"]}
    if pyright:
        found["pyright"] = [pyright, "--stdio"]
    return {name: command for name, command in found.items() if shutil.which(command[0])}


def measure(command: list[str], text: str) -> dict[str, float]:
    lines = text.count("\n")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "hotforge.py").write_text("def compile():\n    return lambda function: function\n")
        (root / "pyrefly.toml").write_text('project-includes = ["**/*.py"]\n')
        file = root / "predictor.py"
        file.write_text(text)
        started = time.perf_counter()
        server = Server(command, cwd=root)
        server.initialize(root, {"textDocument": {"publishDiagnostics": {"versionSupport": True}}})
        initialized = time.perf_counter()
        uri = file.as_uri()
        server.open(uri, text)
        came, _ = server.diagnostics(uri, timeout=120)
        cold = came - started
        settle(server, uri)
        # The `mean` that a line in the middle reads is misspelt by its last letter.
        line = next(n for n, row in enumerate(text.split("\n")) if n > lines // 2 and "total += " in row)
        column = text.split("\n")[line].index("mean") + len("mean")
        edits, version = [], 1
        for edit in range(EDITS):
            version += 1
            broken = edit % 2 == 0
            began = time.perf_counter()
            server.change(uri, version, (line, column - 1), (line, column), "q" if broken else "n")
            while True:
                came, items = server.diagnostics(uri, timeout=120)
                if any("meaq" in item["message"] for item in items) == broken:
                    break
            edits.append(came - began)
            time.sleep(0.02)
        settle(server, uri)
        hover = ask(server, "textDocument/hover", uri, line, 10)
        completion = []
        for _ in range(10):
            version += 1
            server.change(uri, version, (line, 0), (line, 0), " ")
            began = time.perf_counter()
            server.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": {"line": line, "character": 13}})
            completion.append(time.perf_counter() - began)
            version += 1
            server.change(uri, version, (line, 0), (line, 1), "")
        memory = server.memory()
        server.stop()
        return {
            "initialize": (initialized - started) * 1e3,
            "cold start": cold * 1e3,
            "keystroke p50": statistics.median(edits) * 1e3,
            "keystroke p95": sorted(edits)[int(len(edits) * 0.95) - 1] * 1e3,
            "hover p50": statistics.median(hover) * 1e3,
            "completion p50": statistics.median(completion) * 1e3,
            "memory MB": memory,
        }


def settle(server: Server, uri: str) -> None:
    """Lets a server say all that it has to say."""
    try:
        while True:
            server.diagnostics(uri, timeout=0.7)
    except TimeoutError:
        pass


def ask(server: Server, method: str, uri: str, line: int, character: int) -> list[float]:
    times = []
    for _ in range(20):
        began = time.perf_counter()
        server.request(method, {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
        times.append(time.perf_counter() - began)
    return times


def main() -> None:
    commands = servers(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    results: dict[str, dict[str, dict[str, float]]] = {}
    for lines, text in FILES.items():
        results[lines] = {name: measure(command, text) for name, command in commands.items()}
        print(f"\n{lines}, {EDITS} edits; ms and MB, and how many times as much as hotforge in brackets")
        own = results[lines]["hotforge"]
        print(f"  {'':<16}" + "".join(f"{name:>20}" for name in commands))
        for what in own:
            row = "".join(
                f"{results[lines][name][what]:>12.2f}" + (f" ({results[lines][name][what] / own[what]:5.1f})" if name != "hotforge" else " " * 8)
                for name in commands
            )
            print(f"  {what:<16}{row}", flush=True)
    if "--json" in sys.argv:
        print(json.dumps(results))


if __name__ == "__main__":
    main()
