"""Compares random programs in CPython and as native libraries.

    python tests/fuzz/run.py [COUNT] [SEED]

Programs are compiled many to a file, without optimisation, which changes nothing of what is compared. One that the compiler
refuses is counted and left out; one that it fails on, or on
which the two disagree, is printed with its arguments: make a parity case of it.
"""

from __future__ import annotations

import contextlib
import copy
import multiprocessing
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

import hotforge  # noqa: E402
import hotforge.library  # noqa: E402, F401  (imported once here, for all the forks)
from compare import Raised, difference, outcome  # noqa: E402
from generate import Program, arguments  # noqa: E402

BATCH = 50
CALLS = 5
MEMORY = 512 << 20
HEADER = "from dataclasses import dataclass\n\nfrom hotforge import compile\n\n\n"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    totals: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= quick_compiler(Path(folder))
        while totals["programs"] < count:
            size = min(BATCH, count - totals["programs"])
            batch = [Program(f"p{number + index}", seed) for index in range(size)]
            totals["programs"] += size
            number += size
            batch, output = compile_batch(batch, Path(folder), f"batch{number}", totals, refusals)
            if batch:
                compare_batch(batch, output, seed, totals)
            print(", ".join(f"{amount} {what}" for what, amount in totals.items()), flush=True)
    for message, amount in refusals.most_common(12):
        print(f"refused {amount}: {message}")
    return 1 if totals["compiler failures"] or totals["differences"] else 0


def quick_compiler(folder: Path) -> dict[str, str]:
    """An environment in which rustc does not optimise, and the libraries of which are in no other cache."""
    sysroot = Path(subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip())
    programs, cache = folder / "toolchain" / "bin", folder / "cache"
    programs.mkdir(parents=True)
    cache.mkdir()
    (programs / "cargo").symlink_to(sysroot / "bin" / "cargo")
    rustc = programs / "rustc"
    rustc.write_text(f"""#!/bin/sh
case "$*" in
    "--print sysroot") echo {programs.parent}; exit ;;
    *opt-level=3*) exec {sysroot}/bin/rustc "$@" -C opt-level=0 -C codegen-units=4 ;;
esac
exec {sysroot}/bin/rustc "$@"
""")
    rustc.chmod(0o755)
    # The runtime is the one that is built already, optimised.
    platform = Path(os.environ.get("HOTFORGE_CACHE") or Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "hotforge")
    for kept in ("runtime", "workshop"):
        (platform / kept).mkdir(parents=True, exist_ok=True)
        (cache / kept).symlink_to(platform / kept)
    return {"RUSTC": str(rustc), "HOTFORGE_CACHE": str(cache)}


def compile_batch(programs, folder: Path, name: str, totals, refusals) -> tuple[list[Program], Path]:
    """Compiles the programs, leaving out those that are refused, until the rest compiles."""
    path = folder / f"{name}.py"
    output = folder / name
    binary = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python"), "NO_COLOR": "1"}
    while programs:
        path.write_text(HEADER + "".join(program.text for program in programs), encoding="utf-8")
        command = [binary, "compile", str(path), "-o", str(output), "--python", sys.executable]
        result = subprocess.run(command, capture_output=True, text=True, env=environment)
        if result.returncode == 0:
            return programs, output
        text = result.stdout + result.stderr
        bad = refused(programs, text, path, refusals)
        is_failure = "HF0900" in text or not bad
        if is_failure:
            totals["compiler failures"] += 1
            print(f"the compiler fails:\n{text[-3000:]}")
        if not bad:
            return [], output
        for program in bad:
            if is_failure:
                print(program.text)
            else:
                totals["refused"] += 1
        programs = [program for program in programs if program not in bad]
    return [], output


def refused(programs, text: str, path: Path, refusals) -> list[Program]:
    """The programs that the compiler's errors point into."""
    ends, line = [], HEADER.count("\n")
    for program in programs:
        line += program.text.count("\n")
        ends.append((line, program))
    errors = [match for match in re.finditer(r"\[HF\d+\] Error: (.*)\n.*?\[ (.*?):(\d+):", text) if match[2].endswith(path.name)]
    lines = [int(match[3]) for match in errors]
    refusals.update(re.sub(r"`.*?`", "`…`", match[1]) for match in errors)
    if not lines:
        lines = [int(match[1]) for match in re.finditer(re.escape(path.name) + r":(\d+)", text)]
    found = [next((program for end, program in ends if at <= end), None) for at in lines]
    return [program for program in programs if program in found]


def compare_batch(programs, output: Path, seed: int, totals) -> None:
    """Compares in a process of its own: a crash of the native code fails that batch alone."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    worker = context.Process(target=compare, args=(programs, output, seed, sender))
    worker.start()
    sender.close()
    last = None
    try:
        while (message := receiver.recv()) is not None:
            kind, last = message
            totals[kind] += 1
            if kind == "differences":
                print(last, flush=True)
    except EOFError:
        totals["differences"] += 1
        print(f"the native library died after {last}")
    worker.join()


def compare(programs, output: Path, seed: int, sender) -> None:
    module = {}
    source = HEADER + "".join(program.text for program in programs)
    exec(compile(source, f"{output.name}.py", "exec"), module)
    library = hotforge.load(output / output.name)
    for program in programs:
        native = library if isinstance(library, hotforge.Predictor) else library[program.name]
        generator = random.Random(f"{program.name}/{seed}/arguments")
        for _ in range(CALLS):
            given = arguments(program.parameters, generator)
            with memory_of(MEMORY):
                expected = outcome(module[program.name], copy.deepcopy(given))
            if isinstance(expected, Raised) and expected.class_name == "MemoryError":
                # A text that is joined with itself in a loop: native code would need as much.
                sender.send(("too large", program.name))
                continue
            actual = outcome(native, copy.deepcopy(given))
            found = difference(expected, actual, None)
            overflowed = isinstance(actual, Raised) and actual.class_name == "OverflowError"
            if found and overflowed:
                # CPython's ints have no end: somewhere on the way one was larger than 64 bits.
                sender.send(("overflows", program.name))
            elif found:
                call = f"{program.name}({', '.join(map(repr, given))})"
                sender.send(("differences", f"{program.text}{call}: {found}\n  CPython: {expected}\n  native:  {actual}"))
            else:
                sender.send(("calls agree", program.name))
    sender.send(None)


@contextlib.contextmanager
def memory_of(size: int):
    """Lets this process have that much more memory: what wants more raises MemoryError."""
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
    before = resource.getrlimit(resource.RLIMIT_AS)
    if pages:
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


if __name__ == "__main__":
    sys.exit(main())
