"""The predictors, compiled once in a session."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "python"))
HOTFORGE = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))


def compile_bundle(source: Path, output: Path) -> Path:
    command = [HOTFORGE, "compile", str(source), "-o", str(output), "--python", sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python")}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return output / source.stem


@pytest.fixture(scope="session")
def output(tmp_path_factory):
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="session")
def predictors(output):
    return compile_bundle(Path(__file__).with_name("predictors.py"), output)


@pytest.fixture(scope="session")
def embed(output):
    return compile_bundle(REPOSITORY / "examples" / "embed.py", output)


@pytest.fixture(scope="session")
def busy(output):
    return compile_bundle(Path(__file__).with_name("busy.py"), output)
