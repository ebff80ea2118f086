"""The peak memory of a predictor is not above that of numpy on the same work."""

import os
import subprocess
import sys
from pathlib import Path

import kernels
import pytest
from conftest import HOTFORGE, REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the system must tell the peak memory of a process")

#: What buffers of a fixed size and the code of a first call take.
SLACK = 1 << 20


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("memory")
    command = [HOTFORGE, "compile", kernels.__file__, "-o", str(folder), "--python", sys.executable]
    subprocess.run(command, check=True, env=environment())
    return folder / "kernels"


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY / "python")}


def peak(*arguments: str) -> int:
    command = [sys.executable, kernels.__file__, *arguments]
    return int(subprocess.run(command, check=True, capture_output=True, text=True, env=environment()).stdout)


@pytest.mark.parametrize("name", kernels.arguments(1))
def test_a_predictor_takes_no_more_memory_than_numpy(bundle: Path, name: str):
    native, numpy = peak(name, str(bundle)), peak(name)
    assert native <= numpy + SLACK, f"{native / 2**20:.1f} MiB, numpy {numpy / 2**20:.1f} MiB"
