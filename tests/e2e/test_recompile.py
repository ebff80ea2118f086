"""A library is built ahead on the guess that captured globals are what they were; a wrong guess must not be seen."""

import json
import os
import subprocess
import sys

from conftest import HOTFORGE

MODULE = """
from pathlib import Path

from hotforge import compile

RATES = {name: float(rate) for name, rate in map(str.split, Path(__file__).with_name("rates.txt").read_text().splitlines())}


@compile()
def price(amount: float, name: str) -> float:
    return amount * RATES[name]
"""


def test_a_global_that_changed_between_two_compiles_is_seen(tmp_path):
    module, rates = tmp_path / "rates.py", tmp_path / "rates.txt"
    module.write_text(MODULE)
    rates.write_text("euro 1.5\npound 2.0\n")
    assert compile_and_call(tmp_path, "euro") == 15.0
    rates.write_text("euro 2.5\n")
    assert compile_and_call(tmp_path, "euro") == 25.0


def test_code_that_changed_between_two_compiles_is_seen(tmp_path):
    module = tmp_path / "rates.py"
    module.write_text(MODULE)
    (tmp_path / "rates.txt").write_text("euro 1.5\n")
    assert compile_and_call(tmp_path, "euro") == 15.0
    module.write_text(MODULE.replace("amount *", "amount +"))
    assert compile_and_call(tmp_path, "euro") == 11.5


def test_a_global_that_fails_after_it_was_kept_is_an_error(tmp_path):
    module = tmp_path / "rates.py"
    module.write_text(MODULE)
    (tmp_path / "rates.txt").write_text("euro 1.5\n")
    assert compile_and_call(tmp_path, "euro") == 15.0
    (tmp_path / "rates.txt").unlink()
    result = command("compile", str(module), "-o", str(tmp_path))
    assert result.returncode == 1
    assert "FileNotFoundError" in result.stderr


def compile_and_call(folder, name):
    compiled = command("compile", str(folder / "rates.py"), "-o", str(folder))
    assert compiled.returncode == 0, compiled.stderr
    called = command("run", str(folder / "rates"), "--amount", "10.0", "--name", name)
    assert called.returncode == 0, called.stderr
    return json.loads(called.stdout)


def command(*arguments):
    environment = {**os.environ, "VIRTUAL_ENV": sys.prefix}
    return subprocess.run([HOTFORGE, *arguments], capture_output=True, text=True, env=environment)
