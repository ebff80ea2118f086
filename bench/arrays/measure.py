"""Times kernels on arrays in numpy, native, and by numba; those of images in Pillow and native.

Usage: measure.py HOTFORGE [WORKLOAD...]

numba compiles the same function, or the loops of `by_numba.py` where it cannot. Each function gives the same result in all, or
the run fails. How they are timed: `bench/timing/turns.py`.
"""

import copy
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "timing"))

from turns import Times, geometric_mean, load_module, take_turns, workloads  # noqa: E402  (it finds the others)

import by_numba  # noqa: E402
import hotforge  # noqa: E402
import numba  # noqa: E402
import numpy as np  # noqa: E402


def main() -> None:
    command, *wanted = sys.argv[1:]
    everything: list[Times] = []
    print(f"{'':<20}{'Python ms':>12}{'native ms':>12}{'numba ms':>12}{'× Python':>12}{'× numba':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for path in workloads(HERE, wanted):
            everything += measure(command, path, Path(folder))
    gain = geometric_mean(times.gain for times in everything)
    lead = geometric_mean(times.lead for times in everything if times.lead)
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
        times = take_turns(name, functions, arguments, is_same)
        shown = [times.python * 1000, times.native * 1000, times.peer and times.peer * 1000, times.gain, times.lead]
        columns = "".join(f"{'':>12}" if number is None else f"{number:12.3f}" for number in shown)
        print(f"{name:<20}{columns}", flush=True)
        measured.append(times)
    return measured


def is_same(first, other) -> bool:
    return np.allclose(first, other, rtol=1e-4, atol=1e-6, equal_nan=True)


def compiled_by_numba(name: str, function, arguments: tuple):
    """None where numba compiles neither the function nor has loops for it."""
    compiled = numba.njit(getattr(by_numba, name, function))
    try:
        compiled(*copy.deepcopy(arguments))
    except numba.core.errors.NumbaError:
        return None
    return compiled


if __name__ == "__main__":
    main()
