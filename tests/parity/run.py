"""Runs predictors both in CPython and as native libraries, and compares the two.

    python tests/parity/run.py [FILTER...]            all files, or those whose path contains a filter
    python tests/parity/run.py --python [FILTER...]   CPython alone: prints what it gives

A file defines predictors and `CASES`: for each predictor's name, a list of argument tuples. `TOLERANCE` says how
floats may differ: by default not at all. `OTHER_LIBM` says so where powers and the like are not of CPython's libm.
"""

from __future__ import annotations

import argparse
import copy
import importlib.util
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "python")]

import hotforge  # noqa: E402
import numpy  # noqa: E402, F401  (imported once here, for all the forks)
from compare import difference, outcome  # noqa: E402

JOBS = min(os.cpu_count() or 2, 4)
TIME_LIMIT = 120


@dataclass
class Report:
    """What came of one file."""

    path: Path
    agreed: int = 0
    failures: list[str] = field(default_factory=list)


def main() -> int:
    arguments = parse_arguments()
    files = find_files(arguments.filters)
    if arguments.python:
        for path in files:
            show_python(path)
        return 0

    started = time.monotonic()
    reports = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(JOBS) as pool:
        for number, report in enumerate(pool.map(lambda path: check(path, Path(folder)), files), 1):
            reports.append(report)
            show(report, number, len(files))
    agreed = sum(report.agreed for report in reports)
    failed = sum(len(report.failures) for report in reports)
    print(f"parity: {agreed} cases of {len(files)} files agree, {failed} failures ({time.monotonic() - started:.0f} s)")
    return 1 if failed or not agreed else 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("filters", nargs="*", help="parts of paths of the files to run")
    parser.add_argument("--python", action="store_true", help="run CPython alone and print what it gives")
    return parser.parse_args()


def find_files(filters: list[str]) -> list[Path]:
    """The parity files: everything in the folders beside this file, but what the files of a folder share."""
    files = sorted(path for path in HERE.glob("*/**/*.py") if not path.name.startswith("_"))
    return [path for path in files if not filters or any(part in str(path.relative_to(HERE)) for part in filters)]


def check(path: Path, folder: Path) -> Report:
    """Compiles a file and compares its cases, in a process of its own: a crash fails this file alone."""
    report = Report(path)
    output = folder / path.relative_to(HERE).with_suffix("")
    if failure := compile_file(path, output):
        report.failures.append(failure)
        return report
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    worker = context.Process(target=compare_file, args=(path, output, sender))
    worker.start()
    sender.close()
    try:
        while (message := receiver.recv()) is not None:
            if message:
                report.failures.append(message)
            else:
                report.agreed += 1
    except EOFError:
        worker.join(TIME_LIMIT)
        report.failures.append(f"the process of the native library died: exit code {worker.exitcode}")
    worker.join(TIME_LIMIT)
    return report


def compile_file(path: Path, output: Path) -> str | None:
    """Compiles a file into a folder; what the command says where it fails."""
    binary = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))
    command = [binary, "compile", str(path), "-o", str(output), "--python", sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python"), "NO_COLOR": "1"}
    result = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT * 5, env=environment)
    return None if result.returncode == 0 else f"does not compile:\n{result.stdout}{result.stderr}"


def compare_file(path: Path, output: Path, sender) -> None:
    """Sends "" for each case that agrees, what is different for each that does not, and None at the end."""
    module = import_file(path)
    tolerance = getattr(module, "TOLERANCE", None)
    library = hotforge.load(output / path.stem)
    for name, cases in module.CASES.items():
        native = library if isinstance(library, hotforge.Predictor) else library[name]
        for arguments in cases:
            expected = outcome(getattr(module, name), copy.deepcopy(arguments))
            actual = outcome(native, copy.deepcopy(arguments))
            found = difference(expected, actual, tolerance)
            call = f"{name}({', '.join(map(repr, arguments))})"
            sender.send(f"{call}: {found}\n  CPython: {expected}\n  native:  {actual}" if found else "")
    sender.send(None)


def import_file(path: Path):
    spec = importlib.util.spec_from_file_location(f"parity_{path.parent.name}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    # At the end: files are named as modules of the standard library.
    sys.path.append(str(path.parent))
    # `dataclasses` looks the module of a class up here.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def show(report: Report, number: int, count: int) -> None:
    name = report.path.relative_to(HERE)
    verdict = f"{len(report.failures)} FAILED" if report.failures else "ok"
    print(f"[{number}/{count}] {name}: {report.agreed} agree, {verdict}", flush=True)
    for failure in report.failures:
        print("  " + failure.replace("\n", "\n  "), flush=True)


def show_python(path: Path) -> None:
    module = import_file(path)
    for name, cases in module.CASES.items():
        for arguments in cases:
            result = outcome(getattr(module, name), copy.deepcopy(arguments))
            print(f"{path.relative_to(HERE)}: {name}({', '.join(map(repr, arguments))}) = {result}")


if __name__ == "__main__":
    sys.exit(main())
