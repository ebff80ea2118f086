"""gdb stops at the lines of the Python file and shows its variables."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import HOTFORGE, REPOSITORY

SOURCE = Path(__file__).with_name("stepped.py")

pytestmark = pytest.mark.skipif(shutil.which("gdb") is None, reason="no gdb")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    output = tmp_path_factory.mktemp("debug")
    command = [HOTFORGE, "compile", str(SOURCE), "--debug", "-o", str(output), "--python", sys.executable]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(REPOSITORY / "python")})
    return output / "stepped"


def line(text: str) -> int:
    """The number of the line that has the text."""
    return next(number for number, found in enumerate(SOURCE.read_text().splitlines(), 1) if text in found)


def debug(bundle: Path, *commands: str) -> str:
    setup = ["set breakpoint pending on", "set pagination off", "set confirm off", "set style enabled off"]
    arguments = [part for command in (*setup, *commands) for part in ("-ex", command)]
    program = f"import hotforge; print('answer', hotforge.load({str(bundle)!r})([1, 2], 0.5))"
    result = subprocess.run(
        ["gdb", "-q", "-nx", "-batch", "-iex", f"add-auto-load-safe-path {bundle}", *arguments, "--args", sys.executable, "-c", program],
        capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": str(REPOSITORY / "python")},
    )  # fmt: skip
    return result.stdout + result.stderr


def test_a_breakpoint_shows_where_it_is_and_what_the_variables_are(bundle):
    at = line("meter.add(doubled(part))")
    output = debug(bundle, f"break stepped.py:{at}", "run", "print number", "print part", "print factor", "backtrace 1", "list")
    assert re.search(rf"measure \(.*factor=0\.5\) at {re.escape(str(SOURCE))}:{at}", output), output
    assert re.findall(r"^\$\d+ = (.*)$", output, re.MULTILINE) == ["1", "1", "0.5"], output
    assert "# Both forms of the function are on the same lines." in output


def test_stepping_goes_by_python_lines(bundle):
    # What is not Python is stepped over.
    output = debug(bundle, "skip -gfi *.rs", f"break stepped.py:{line('part = doubled')}", "run", "next", "step", "step", "step")
    steps = [int(number) for number in re.findall(r"^(\d+)\t", output, re.MULTILINE)]
    assert steps[:2] == [line("part = doubled"), line("meter.add(doubled(part))")], output
    assert line("twice = value") in steps, output


def test_each_form_of_a_function_stops(bundle):
    output = debug(bundle, f"break stepped.py:{line('twice = value')}", "run", "whatis value", "continue", "whatis value")
    assert re.findall(r"^type = (.*)$", output, re.MULTILINE) == ["i64", "f64"], output


def test_methods_and_generators_stop(bundle):
    output = debug(bundle, f"break stepped.py:{line('self.value = grown')}", "run", "print grown", "delete",
                   f"break stepped.py:{line('yield half')}", "continue", "continue", "print half", "delete", "continue")  # fmt: skip
    assert re.findall(r"^\$\d+ = (.*)$", output, re.MULTILINE) == ["2", "0.5"], output
    assert "answer 11.0" in output, output


def test_variables_look_as_in_python(bundle):
    commands = ["print numbers", "print names", "print values", "print meter", "info args"]
    output = debug(bundle, f"break stepped.py:{line('count = len')}", "run", *commands)
    shown = re.findall(r"^\$\d+ = (.*)$", output, re.MULTILINE)
    assert shown[:3] == ["[1, 2]", "{'first': 'née', 'second': None}", "array([1.5, 3. ], dtype=float32)"], output
    assert shown[3] == "Meter(value=7.5)" and "numbers = [1, 2]" in output, output
