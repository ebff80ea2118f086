"""Times native calls beside the same Python functions, in one process and taking turns.

Usage: call.py HOTFORGE
"""

import importlib.util
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "python"))

import hotforge  # noqa: E402
import numpy as np  # noqa: E402

SENTENCE = "Native code embeds this sentence, which has a usual length, some commas and a full stop. "
TEXT = SENTENCE * 200


def main() -> None:
    print(f"{'call':<36}{'Python ms':>20}{'native ms':>20}{'ratio':>8}\n{'':<36}{'min / median':>20}{'min / median':>20}")
    vectors = np.random.default_rng(7).standard_normal((1000, 384)).astype(np.float32)
    with tempfile.TemporaryDirectory() as folder:
        for count in (1, 8, 32):
            measure(folder, "embed", f"embed, {count} sentences", ([SENTENCE] * count,), rounds=20)
        measure(folder, "text_statistics", "text_statistics, 18 kB", (TEXT,), rounds=50)
        measure(folder, "chunk", "chunk, 18 kB", (TEXT,), rounds=50)
        measure(folder, "kalman", "kalman, 500 measurements", ([float(i % 7) for i in range(500)],), rounds=20)
        measure(folder, "nearest", "nearest, 1000 vectors of 384", (vectors[0], vectors), rounds=50)


def measure(folder: str, name: str, title: str, arguments: tuple, rounds: int) -> None:
    """Prints both times and Python's median over the native one: above 1, native is faster."""
    example = REPOSITORY / "examples" / f"{name}.py"
    if not (Path(folder) / name).exists():
        subprocess.run([sys.argv[1], "compile", str(example), "-o", folder], check=True, capture_output=True)
    python, native = getattr(import_file(example), name), hotforge.load(Path(folder) / name)
    python(*arguments), native(*arguments)
    times = {python: [], native: []}
    for _ in range(rounds):
        for function, taken in times.items():
            started = time.perf_counter()
            function(*arguments)
            taken.append((time.perf_counter() - started) * 1000)
    summary = [(min(taken), statistics.median(taken)) for taken in times.values()]
    columns = "".join(f"{f'{low:.3f} / {median:.3f}':>20}" for low, median in summary)
    print(f"{title:<36}{columns}{summary[0][1] / summary[1][1]:8.2f}", flush=True)


def import_file(path: Path):
    specification = importlib.util.spec_from_file_location(path.name.partition(".")[0], path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
