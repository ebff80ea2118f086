"""Times `%%compile` beside `%%cython`, numba's first call and `%%pythran`, in kernels as users have them.

Usage: jupyter.py HOTFORGE

Of each: the seconds from the first line of the cell to the function that can be called, and of one call. Every round is
another text, so that nothing comes from a cache; the first one, which imports what the magic needs, is left out. Then the
embedding example, which only `%%compile` can take.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

from jupyter_client.manager import start_new_kernel

REPOSITORY = Path(__file__).resolve().parent.parent
ROUNDS = 7

#: A kernel that all of them take: Levenshtein's distance of two lists of codes.
BODY = """
    previous = [0] * (len(b) + 1)
    for j in range(len(b) + 1):
        previous[j] = j
    for i in range(len(a)):
        current = [0] * (len(b) + 1)
        current[0] = i + 1
        for j in range(len(b)):
            change = previous[j] + (0 if a[i] == b[j] else 1)
            current[j + 1] = min(min(previous[j + 1] + 1, current[j] + 1), change)
        previous = current
    return previous[len(b)] + 0 * {round}
"""
TYPED = "def distance(a: list[int], b: list[int]) -> int:" + BODY
PLAIN = "def distance(a, b):" + BODY
DATA = "a = [ord(c) for c in 'kitten sitting on the mitten' * 8]\nb = [ord(c) for c in 'sitting kitten in the kitchen' * 8]"
#: How a cell begins, and what is called at once since it compiles only then.
FORMS = {
    "%%compile": ("%load_ext hotforge", "%%compile\n" + TYPED, ""),
    "%%cython": ("%load_ext Cython", "%%cython\n" + PLAIN, ""),
    "numba, first call": ("import numba\nfrom numba.typed import List", "@numba.njit\n" + PLAIN, "distance(a, b)"),
    "%%pythran": ("%load_ext pythran.magic", "%%pythran\n#pythran export distance(int list, int list)\n" + PLAIN, ""),
}


def main() -> None:
    os.environ["HOTFORGE_PROGRAM"] = os.path.abspath(sys.argv[1])
    paths = [str(REPOSITORY / "python"), str(REPOSITORY / "jupyter-ext")]
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)
    print(f"{'edit distance of 224 and 232 codes':<36}{'to the function s':>20}{'a call ms':>14}\n{'':<36}{'min / median':>20}{'median':>14}")
    for name, (load, cell, call) in FORMS.items():
        with Kernel(REPOSITORY) as kernel:
            kernel.run(load)
            kernel.run(DATA + ("\na, b = List(a), List(b)" if "numba" in load else ""))
            times = [kernel.time(cell.format(round=round), call) for round in range(ROUNDS + 1)][1:]
            calls = kernel.value("[t / 20 * 1e3 for t in __import__('timeit').repeat('distance(a, b)', number=20, globals=globals())]")
        show(name, times, statistics.median(calls))
    with Kernel(REPOSITORY / "examples") as kernel:
        cells = code_cells(REPOSITORY / "examples/embedding.ipynb")
        [at] = [index for index, cell in enumerate(cells) if "def embed(" in cell]
        for cell in cells[:at]:
            kernel.run(cell)
        text = "%%compile\n" + cells[at].partition("\n")[2]
        times = [kernel.time(text.replace("as unit vectors", f"as unit vectors {round}")) for round in range(ROUNDS + 1)][1:]
        calls = kernel.value("[t / 20 * 1e3 for t in __import__('timeit').repeat(\"embed(['a sentence'])\", number=20, globals=globals())]")
    show("%%compile, the embedding example", times, statistics.median(calls))


def show(name: str, times: list[float], call: float) -> None:
    print(f"{name:<36}{f'{min(times):.2f} / {statistics.median(times):.2f}':>20}{call:14.3f}", flush=True)


def code_cells(path: Path) -> list[str]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


class Kernel:
    """A kernel in a folder."""

    def __init__(self, folder: Path) -> None:
        self.cache = tempfile.TemporaryDirectory()
        # Caches of the others lie there; the runtime is in ours, where it has been built.
        environment = {**os.environ, "IPYTHONDIR": self.cache.name, "NUMBA_CACHE_DIR": self.cache.name}
        self.manager, self.client = start_new_kernel(kernel_name="python3", cwd=str(folder), env=environment)

    def __enter__(self) -> Kernel:
        self.run("import time")
        return self

    def __exit__(self, *_: object) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.cache.cleanup()

    def run(self, code: str) -> None:
        reply = self.client.execute_interactive(code, timeout=600, output_hook=lambda _: None)["content"]
        if reply["status"] != "ok":
            raise RuntimeError(f"{reply['ename']}: {reply['evalue']}\n{code}")

    def value(self, expression: str) -> list[float]:
        reply = self.client.execute_interactive(
            "", user_expressions={"value": expression}, timeout=600, output_hook=lambda _: None
        )["content"]["user_expressions"]["value"]
        if reply["status"] != "ok":
            raise RuntimeError(f"{reply['ename']}: {reply['evalue']}")
        found: list[float] = json.loads(reply["data"]["text/plain"])
        return found

    def time(self, cell: str, call: str = "") -> float:
        """The seconds that the kernel takes for a cell and a call after it."""
        first, _, rest = cell.partition("\n")
        if first.startswith("%%"):
            magic, _, line = first[2:].partition(" ")
            executed = f"get_ipython().run_cell_magic({magic!r}, {line!r}, {rest!r})"
        else:
            executed = cell
        self.run(f"__started = time.perf_counter()\n{executed}\n{call}\n__taken = time.perf_counter() - __started")
        return self.value("[__taken]")[0]


if __name__ == "__main__":
    main()
