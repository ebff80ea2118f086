"""What the playground costs: bytes to load, time until it can be used, and time from a key to its diagnostics.

Usage: measure.py PEERS — the folder in which npm has installed `@astral-sh/ruff-wasm-web`.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "tests/playground/browser"), str(REPOSITORY / "bench")]

from programs import source, source_of_one  # noqa: E402
from site_under_test import DESKTOP, DIST, Playground, chromium, serve  # noqa: E402

#: What is Monaco's in the built folder, and what is loaded only when it is asked for.
MONACO = ("setup-", "editor.worker-", "editorWebWorkerMain-", "python-", "rust-", "cpp-")
LATER = ("monaco-vim", "hotforge_evaluator")
#: Where they type, within a loop in the middle of each file.
LOOP = "total += (value - mean) ** 2"
TEXT = "value = mean + sum(values) / len(values) "
FILES = {"500 lines": source(500), "500 lines, one predictor": source_of_one(500)}
KEYS = 120


def brotli(paths: list[Path]) -> list[int]:
    """The sizes of files as hosts send them."""
    script = """
        const zlib = require("zlib"), fs = require("fs"), c = zlib.constants;
        const params = {[c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24};
        console.log(JSON.stringify(process.argv.slice(1).map(path => zlib.brotliCompressSync(fs.readFileSync(path), {params}).length)))
    """
    run = subprocess.run(["node", "-e", script, *map(str, paths)], check=True, capture_output=True, text=True)
    return list(json.loads(run.stdout))


def megabytes(size: int) -> str:
    return f"{size / 1e6:.2f} MB"


def sizes(peers: Path) -> None:
    modules = sorted((DIST / "assets").glob("hotforge_*.wasm"))
    ruff = next((peers / "node_modules/@astral-sh/ruff-wasm-web").glob("*.wasm"))
    print("| module | raw | brotli |\n|---|---|---|")
    for name, path in [*((path.name.split("_bg")[0], path) for path in modules), ("ruff-wasm-web", ruff)]:
        print(f"| `{name}` | {megabytes(path.stat().st_size)} | {megabytes(brotli([path])[0])} |")
    files = [path for path in DIST.rglob("*") if path.is_file() and path.suffix not in {".svg", ".webmanifest"}]
    files = [path for path in files if path.name != "service-worker.js" and not path.name.startswith((*MONACO, *LATER))]
    # Of the letters a page loads only those that it shows; these are the ones of Latin text.
    files = [path for path in files if path.suffix != ".woff2" or "-latin-wght" in path.name]
    files = [path for path in files if path.suffix != ".ttf"]
    print(f"\nfirst load without Monaco: {megabytes(sum(brotli(files)))}")


def first_load(browser, address: str) -> list[float]:
    """Milliseconds from the start of the navigation to the first diagnostics on the page, nothing being cached."""
    found = []
    for _ in range(5):
        context = browser.new_context(viewport=DESKTOP)
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".status[data-checking=no]:not(.busy)")
        page.wait_for_selector(".source .view-line")
        found.append(float(page.evaluate("performance.now()")))
        context.close()
    return found


def keystrokes(browser, address: str, text: str) -> tuple[list[float], list[float]]:
    """Milliseconds for the diagnostics after each key, in the worker and on the page, where keys are typed into a text."""
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    playground = Playground(context, address).open()
    page = playground.page
    before, after = text[: text.index(LOOP, len(text) // 2)], text[text.index(LOOP, len(text) // 2) :]
    playground.type(f"{before}# The cursor.\n        {after}")
    playground.checked()
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.press("ControlOrMeta+F")
    page.keyboard.type("# The cursor.")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.evaluate("window.hotforge.analyzer.took.length = 0")
    whole = []
    for key in (TEXT * (KEYS // len(TEXT) + 1))[:KEYS]:
        started = time.perf_counter()
        page.keyboard.type(key)
        playground.checked()
        whole.append((time.perf_counter() - started) * 1000)
    took = page.evaluate("window.hotforge.analyzer.took.filter(({ask}) => ask === 'diagnostics').map(({ms}) => ms)")
    context.close()
    return list(took), whole


def told(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {statistics.median(ordered):.1f} ms, p95 {ordered[int(len(ordered) * 0.95)]:.1f} ms ({len(ordered)} times)"


def main() -> None:
    sizes(Path(sys.argv[1]))
    with serve() as address, chromium() as browser:
        print(f"first diagnostics on the page: {told(first_load(browser, address))}")
        for name, text in FILES.items():
            worker, page = keystrokes(browser, address, text)
            print(f"key to diagnostics at {name}, in the worker: {told(worker)}")
            print(f"key to diagnostics at {name}, on the page, with the way of the test: {told(page)}")


if __name__ == "__main__":
    main()
