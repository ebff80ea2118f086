"""Times plain Python work in CPython, native, and by the peer whose ground it is: mypyc, or numba for numeric loops.

Usage: measure.py HOTFORGE [WORKLOAD...]

Each function of a workload gives the same result in all three, or the run fails. How they are timed: `bench/timing/turns.py`.
"""

import importlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "timing"))

from turns import Times, geometric_mean, load_module, take_turns, workloads  # noqa: E402  (it finds the others)

import hotforge  # noqa: E402
import numba  # noqa: E402
import numpy as np  # noqa: E402

NUMERIC = "numeric"


def main() -> None:
    hotforge_command, *wanted = sys.argv[1:]
    everything: list[Times] = []
    with tempfile.TemporaryDirectory() as folder:
        for path in workloads(HERE, wanted):
            times = measure(hotforge_command, path, Path(folder))
            everything += times
            show_summary(path.stem, times)
    show_summary("all", everything)


def measure(hotforge_command: str, path: Path, folder: Path) -> list[Times]:
    """Each function of a workload; printed as they come."""
    peer_name = "numba" if path.stem == NUMERIC else "mypyc"
    print(f"\n{path.stem:<18}{'CPython ms':>12}{'native ms':>12}{peer_name + ' ms':>12}{'× CPython':>12}{'× ' + peer_name:>12}")
    subprocess.run([hotforge_command, "compile", str(path), "-o", str(folder)], check=True, capture_output=True)
    native = hotforge.load(folder / path.stem)
    python = load_module(path)
    peer = python if path.stem == NUMERIC else compiled_by_mypyc(path, folder)
    measured = []
    for name, arguments in python.ARGUMENTS.items():
        function = getattr(python, name)
        other = compiled_by_numba(function) if path.stem == NUMERIC else getattr(peer, name)
        times = take_turns(name, [function, native[name], other], arguments, is_same)
        milliseconds = "".join(f"{seconds * 1000:12.3f}" for seconds in (times.python, times.native, times.peer))
        print(f"{name:<18}{milliseconds}{times.gain:12.1f}{times.lead:12.2f}", flush=True)
        measured.append(times)
    return measured


def is_same(first, other) -> bool:
    return np.array_equal(first, other) if isinstance(first, np.ndarray) else first == other


def show_summary(name: str, times: list[Times]) -> None:
    gain, lead = geometric_mean(t.gain for t in times), geometric_mean(t.lead for t in times)
    print(f"{name + ', geomean':<54}{gain:12.1f}{lead:12.2f}", flush=True)


def compiled_by_numba(function):
    return numba.njit(function)


def compiled_by_mypyc(path: Path, folder: Path) -> ModuleType:
    """The workload without its decorators, which mypyc would call through."""
    text = re.sub(r"^@compile\(\)\n|^from hotforge import compile\n", "", path.read_text(), flags=re.MULTILINE)
    name = f"mypyc_{path.stem}"
    (folder / f"{name}.py").write_text(text)
    environment = os.environ | {"MYPYC_OPT_LEVEL": "3"}
    command = [sys.executable, "-m", "mypyc", f"{name}.py"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    sys.path.insert(0, str(folder))
    module = importlib.import_module(name)
    assert module.__file__.endswith(".so"), "mypyc left the plain Python file to be measured"
    return module


if __name__ == "__main__":
    main()
