"""The library that the tests of calling use: `runtime/tests/boundary`, built by cargo."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import hotforge

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def boundary_path() -> Path:
    command = ["cargo", "build", "--quiet", "--package", "hotforge-runtime", "--example", "boundary"]
    subprocess.run(command, cwd=REPOSITORY, check=True)
    folder = REPOSITORY / "target" / "debug" / "examples"
    return next(
        folder / name for name in ("libboundary.so", "libboundary.dylib", "boundary.dll") if (folder / name).exists()
    )


@pytest.fixture(scope="session")
def library(boundary_path: Path) -> hotforge.Library:
    return hotforge.load(boundary_path)
