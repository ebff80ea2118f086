"""What the page shows of a result, beside what CPython gives."""

from __future__ import annotations

import base64
import io
import json
import math
import re
import subprocess
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator
from site_under_test import REPOSITORY

CALL = REPOSITORY / "tests/playground/call_in_cpython.py"
#: Sums of 32-bit floats, and libm's functions, may differ in their last digits.
TOLERANCE = 1e-5
FLOAT = re.compile(r"-?\d+\.\d*(?:e[+-]?\d+)?|-?\d+e[+-]?\d+")


def in_cpython(file: Path, predictor: str, arguments: dict) -> str | None:
    """What the predictor gives there; `None` where a library is missing that it imports."""
    run = subprocess.run(
        [REPOSITORY / ".venv/bin/python", CALL, file, predictor, json.dumps(arguments)],
        env={"PYTHONPATH": str(REPOSITORY / "python")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "ModuleNotFoundError" in run.stderr:
        return None
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def in_page(answer: Locator) -> str:
    """What an answer on the page shows."""
    picture = answer.locator("img.image")
    if picture.count():
        return "PNG " + (picture.get_attribute("src") or "").split(",")[1]
    return (answer.locator("details pre").text_content() or "").strip()


def difference(shown: str, expected: str) -> str | None:
    """What differs, or `None`."""
    if expected.startswith("PNG ") and shown.startswith("PNG "):
        left, right = (Image.open(io.BytesIO(base64.b64decode(text[4:]))) for text in (shown, expected))
        is_same = (left.mode, left.size, left.tobytes()) == (right.mode, right.size, right.tobytes())
        return None if is_same else f"{left} against {right}"
    if FLOAT.sub("#", shown).split() != FLOAT.sub("#", expected).split():
        return f"{shown} against {expected}"
    pairs = zip(map(float, FLOAT.findall(shown)), map(float, FLOAT.findall(expected)))
    is_close = all(math.isclose(left, right, rel_tol=TOLERANCE, abs_tol=1e-7) for left, right in pairs)
    return None if is_close else f"{shown} against {expected}"
