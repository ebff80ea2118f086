"""Times kernels on arrays in numpy, native, and by numba; those of images in Pillow and native.

Usage: measure.py HOTFORGE [--cores one|all] [WORKLOAD...]

numba compiles the same function, or the loops of `by_numba.py` where it cannot. Each function gives the same result in all, or
the run fails. How they are timed: `bench/timing/turns.py`.

On one core each side has one thread. On all cores numpy's products and numba (`parallel=True`) have a thread for each, and the
kernels are those of a workload's `LARGE` arguments. Without `--cores` it is both: in a process each, since all read how many once.
"""

import copy
import os
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

#: What says how many threads numpy, numba and native code have.
THREADS = ("OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS", "HOTFORGE_THREADS")


def main() -> None:
    if "--cores" not in sys.argv:
        for cores in ("one", "all"):
            said = dict.fromkeys(THREADS, "1" if cores == "one" else str(os.cpu_count()))
            subprocess.run([sys.executable, *sys.argv, "--cores", cores], check=True, env=os.environ | said)
        return
    place = sys.argv.index("--cores")
    cores = sys.argv[place + 1]
    command, *wanted = sys.argv[1:place] + sys.argv[place + 2 :]
    everything: list[Times] = []
    print(f"on {cores} {'core' if cores == 'one' else 'cores'}")
    print(f"{'':<20}{'Python ms':>12}{'native ms':>12}{'numba ms':>12}{'× Python':>12}{'× numba':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for path in workloads(HERE, wanted):
            everything += measure(command, path, Path(folder), cores == "all")
    gain = geometric_mean(times.gain for times in everything)
    lead = geometric_mean(times.lead for times in everything if times.lead)
    print(f"{'geomean':<56}{gain:12.2f}{lead:12.2f}")


def measure(command: str, path: Path, folder: Path, on_all_cores: bool) -> list[Times]:
    """Each function of a workload; printed as they come."""
    compiling = [command, "compile", str(path), "-o", str(folder), "--python", sys.executable]
    subprocess.run(compiling, check=True, capture_output=True)
    native = hotforge.load(folder / path.stem)
    python = load_module(path)
    measured = []
    for name, arguments in (python.LARGE if on_all_cores else python.ARGUMENTS).items():
        function = getattr(python, name)
        functions = [function, native[name]]
        if path.stem != "images":
            functions += [peer for peer in [compiled_by_numba(name, function, arguments, on_all_cores)] if peer]
        times = take_turns(name, functions, arguments, is_same)
        shown = [times.python * 1000, times.native * 1000, times.peer and times.peer * 1000, times.gain, times.lead]
        columns = "".join(f"{'':>12}" if number is None else f"{number:12.3f}" for number in shown)
        print(f"{name:<20}{columns}", flush=True)
        measured.append(times)
    return measured


def is_same(first, other) -> bool:
    return np.allclose(first, other, rtol=1e-4, atol=1e-6, equal_nan=True)


def compiled_by_numba(name: str, function, arguments: tuple, parallel: bool):
    """None where numba compiles neither the function nor has loops for it."""
    compiled = numba.njit(getattr(by_numba, name, function), parallel=parallel)
    try:
        compiled(*copy.deepcopy(arguments))
    except numba.core.errors.NumbaError:
        return None
    return compiled


if __name__ == "__main__":
    main()
