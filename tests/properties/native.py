"""Compiles what the tests make, with the command that is tested: `HOTFORGE`, or else the one in `target/debug`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def failure_to_compile(path: Path, output: Path) -> str | None:
    """Compiles a file into a folder; what the command said where it failed."""
    binary = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))
    command = [binary, "compile", str(path), "-o", str(output), "--python", sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python"), "NO_COLOR": "1"}
    result = subprocess.run(command, capture_output=True, text=True, timeout=1200, env=environment)
    return result.stdout + result.stderr if result.returncode else None
