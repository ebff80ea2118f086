"""Times whole commands, from their start to the finished library, with the runtime already built.

Usage: stages.py HOTFORGE
"""

import re
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
        (output / "models").symlink_to(REPOSITORY / "models")
        shutil.copytree(REPOSITORY / "examples", output / "examples")
        for name in ["embed", "kalman", "text_statistics"]:
            example = output / "examples" / f"{name}.py"
            compile_example = [hotforge, "compile", str(example), "-o", str(output / "build"), "--models", "beside"]
            run(compile_example)
            print(f"\nexamples/{name}.py, {ROUNDS} rounds")
            report("check", lambda: run([hotforge, "check", str(example)]))
            report("compile after an edit", lambda: run(compile_example), before=lambda: edit(example))
            report("compile, nothing changed", lambda: run(compile_example))
            report("compile, to Rust only", lambda: run([*compile_example, "--emit", "rust"]))


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def edit(example: Path) -> None:
    """Changes what the first returned expression gives, to something that was never compiled before."""
    lines = example.read_text().splitlines()
    found = next(index for index, line in enumerate(lines) if re.match(r" +return ", line))
    indentation = re.match(" *", lines[found]).group()
    lines.insert(found, f"{indentation}assert {time.time_ns()} > 0")
    example.write_text("\n".join(lines) + "\n")


def report(stage: str, work, before=lambda: None) -> None:
    times = []
    for _ in range(ROUNDS):
        before()
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    print(f"  {stage:<24} min {min(times):8.1f} ms   median {statistics.median(times):8.1f} ms", flush=True)


if __name__ == "__main__":
    main()
