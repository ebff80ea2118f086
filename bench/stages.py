"""Times the stages of a compile: cold start to library, with the runtime already built.

Usage: stages.py HOTFORGE
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
ROUNDS = 7


def main() -> None:
    hotforge = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        for name in ["embed", "kalman", "text_statistics"]:
            example = str(REPOSITORY / "examples" / f"{name}.py")
            compile_example = [hotforge, "compile", example, "-o", folder]
            subprocess.run(compile_example, check=True, capture_output=True)
            print(f"\nexamples/{name}.py, {ROUNDS} rounds")
            report("check", lambda: run([hotforge, "check", example]))
            report("compile", lambda: (shutil.rmtree(output / name, ignore_errors=True), run(compile_example)))
            report("compile, to Rust only", lambda: run([*compile_example, "--emit", "rust"]))


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def report(stage: str, work) -> None:
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    print(f"  {stage:<24} min {min(times):8.1f} ms   median {statistics.median(times):8.1f} ms", flush=True)


if __name__ == "__main__":
    main()
