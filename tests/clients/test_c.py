"""A program in C: what it gives, under the address sanitizer, and under valgrind where that is installed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

EXPECTED = [
    "0.5",
    "ZeroDivisionError: division by zero",
    "2 axes, last 6, released 1",
    "[one][ two]",
    "[one]",
    "ValueError: asked to fail",
    "0001111",
    "released 1",
]

pytestmark = pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")


def build(bundle: Path, program: Path, *flags: str) -> Path:
    library = bundle / json.loads((bundle / "manifest.json").read_text())["library"]
    source = Path(__file__).with_name("call.c")
    command = ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-g", *flags, "-o", str(program), str(source)]
    subprocess.run([*command, f"-I{bundle}", str(library), f"-Wl,-rpath,{bundle}", "-pthread"], check=True)
    return program


def test_with_the_address_sanitizer(predictors, tmp_path):
    program = build(predictors, tmp_path / "call", "-fsanitize=address,undefined", "-fno-sanitize-recover")
    result = subprocess.run([program], capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stdout.splitlines()) == (0, EXPECTED), result.stderr


@pytest.mark.skipif(shutil.which("valgrind") is None, reason="no valgrind")
def test_under_valgrind(predictors, tmp_path):
    program = build(predictors, tmp_path / "call")
    valgrind = ["valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite", "--error-exitcode=9"]
    result = subprocess.run([*valgrind, program], capture_output=True, text=True, timeout=300)
    assert (result.returncode, result.stdout.splitlines()) == (0, EXPECTED), result.stderr
