"""Times kernels on arrays in numpy, native, and by numba; those of images in Pillow and native.

Usage: measure.py HOTFORGE [WORKLOAD...]

numba compiles the same function, or the loops of `by_numba.py` where it cannot. Each function gives the same result in all, or
the run fails. They take turns in one process; a call of each that compiles or warms up is not counted. The least time
of each is compared, since a machine that does other things too only ever makes it slower.
"""

import copy
import importlib.util
import math
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "python"))

import by_numba  # noqa: E402
import hotforge  # noqa: E402
import numba  # noqa: E402
import numpy as np  # noqa: E402

ROUNDS = 15


@dataclass
class Times:
    """The least seconds of one function; numba cannot compile all."""

    name: str
    python: float
    native: float
    peer: float | None

    @property
    def gain(self) -> float:
        """How many times as fast as the Python function."""
        return self.python / self.native

    @property
    def lead(self) -> float | None:
        """How many times as fast as numba."""
        return self.peer and self.peer / self.native


def main() -> None:
    command, wanted = sys.argv[1], sys.argv[2:]
    paths = [path for path in sorted((HERE / "workloads").glob("*.py")) if not wanted or path.stem in wanted]
    everything: list[Times] = []
    print(f"{'':<20}{'Python ms':>12}{'native ms':>12}{'numba ms':>12}{'× Python':>12}{'× numba':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            everything += measure(command, path, Path(folder))
    gain = geometric_mean([times.gain for times in everything])
    lead = geometric_mean([times.lead for times in everything if times.lead])
    print(f"{'geomean':<56}{gain:12.2f}{lead:12.2f}")


def measure(command: str, path: Path, folder: Path) -> list[Times]:
    """Each function of a workload; printed as they come."""
    compiling = [command, "compile", str(path), "-o", str(folder), "--python", sys.executable]
    subprocess.run(compiling, check=True, capture_output=True)
    native = hotforge.load(folder / path.stem)
    python = load_module(path)
    measured = []
    for name, arguments in python.ARGUMENTS.items():
        function = getattr(python, name)
        functions = [function, native[name]]
        if path.stem != "images":
            functions += [peer for peer in [compiled_by_numba(name, function, arguments)] if peer]
        python_time, native_time, *peer_time = take_turns(name, functions, arguments)
        times = Times(name, python_time, native_time, peer_time[0] if peer_time else None)
        shown = [times.python * 1000, times.native * 1000, times.peer and times.peer * 1000, times.gain, times.lead]
        columns = "".join(f"{'':>12}" if number is None else f"{number:12.3f}" for number in shown)
        print(f"{name:<20}{columns}", flush=True)
        measured.append(times)
    return measured


def take_turns(name: str, functions: list, arguments: tuple) -> list[float]:
    first, *others = [function(*copy.deepcopy(arguments)) for function in functions]
    for other in others:
        assert np.allclose(first, other, rtol=1e-4, atol=1e-6, equal_nan=True), (name, first, other)
    least = [math.inf] * len(functions)
    for _ in range(ROUNDS):
        for place, function in enumerate(functions):
            started = time.perf_counter()
            function(*arguments)
            least[place] = min(least[place], time.perf_counter() - started)
    return least


def compiled_by_numba(name: str, function, arguments: tuple):
    """None where numba compiles neither the function nor has loops for it."""
    compiled = numba.njit(getattr(by_numba, name, function))
    try:
        compiled(*copy.deepcopy(arguments))
    except numba.core.errors.NumbaError:
        return None
    return compiled


def geometric_mean(ratios: list[float]) -> float:
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def load_module(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
