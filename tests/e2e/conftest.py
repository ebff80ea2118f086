"""What the end-to-end tests share: the command, the compiled examples, the examples as Python modules."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "python"))
HOTFORGE = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """Compiles an example, once in a session, and gives the folder of its bundle."""
    output = tmp_path_factory.mktemp("build")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python")}

    def bundle(name: str) -> Path:
        if not (output / name).exists():
            command = [HOTFORGE, "compile", str(REPOSITORY / "examples" / f"{name}.py"), "-o", str(output)]
            command += ["--python", sys.executable]
            result = subprocess.run(command, capture_output=True, text=True, env=environment)
            assert result.returncode == 0, result.stdout + result.stderr
        return output / name

    return bundle


@pytest.fixture(scope="session")
def example():
    """Imports an example as an ordinary Python module."""

    def module(name: str):
        specification = importlib.util.spec_from_file_location(name, REPOSITORY / "examples" / f"{name}.py")
        loaded = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(loaded)
        return loaded

    return module
