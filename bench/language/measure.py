"""Times plain Python work in CPython, native, and by the peer whose ground it is: mypyc, or numba for numeric loops.

Usage: measure.py HOTFORGE [WORKLOAD...]

Each function of a workload gives the same result in all three, or the run fails. They take turns in one process; a call of
each that compiles or warms up is not counted. The least time of each is compared, since a machine that does other
things only ever makes it slower.
"""

import copy
import importlib.util
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "python"))

import hotforge  # noqa: E402
import numba  # noqa: E402
import numpy as np  # noqa: E402

NUMERIC = "numeric"
ROUNDS = 15


@dataclass
class Times:
    """The least seconds of one function."""

    name: str
    python: float
    native: float
    peer: float

    @property
    def gain(self) -> float:
        return self.python / self.native

    @property
    def lead(self) -> float:
        """How many times as fast as the peer."""
        return self.peer / self.native


def main() -> None:
    hotforge_command, wanted = sys.argv[1], sys.argv[2:]
    paths = [path for path in sorted((HERE / "workloads").glob("*.py")) if not wanted or path.stem in wanted]
    everything: list[Times] = []
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
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
    python = load_module(path, path.stem)
    peer = python if path.stem == NUMERIC else compiled_by_mypyc(path, folder)
    measured = []
    for name, arguments in python.ARGUMENTS.items():
        function = getattr(python, name)
        other = compiled_by_numba(function) if path.stem == NUMERIC else getattr(peer, name)
        times = take_turns(name, [function, native[name], other], arguments)
        milliseconds = "".join(f"{seconds * 1000:12.3f}" for seconds in (times.python, times.native, times.peer))
        print(f"{name:<18}{milliseconds}{times.gain:12.1f}{times.lead:12.2f}", flush=True)
        measured.append(times)
    return measured


def take_turns(name: str, functions: list, arguments: tuple) -> Times:
    first, *others = [function(*copy.deepcopy(arguments)) for function in functions]
    for other in others:
        assert np.array_equal(first, other) if isinstance(first, np.ndarray) else first == other, (name, first, other)
    least = [math.inf] * len(functions)
    for _ in range(ROUNDS):
        for place, function in enumerate(functions):
            started = time.perf_counter()
            function(*arguments)
            least[place] = min(least[place], time.perf_counter() - started)
    return Times(name, *least)


def show_summary(name: str, times: list[Times]) -> None:
    gain, lead = (math.exp(sum(map(math.log, ratios)) / len(times)) for ratios in zip(*((t.gain, t.lead) for t in times)))
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


def load_module(path: Path, name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
