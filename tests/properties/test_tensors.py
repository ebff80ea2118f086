"""Generated tensors for the operators of torch in `tensors.py`: the native library must give what torch gave for each.

torch itself is not needed: compiled code has its own operators, and what torch gives is recorded (`record_tensors.py`).
"""

from __future__ import annotations

import copy
import gzip
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

import hotforge  # noqa: E402
from compare import difference, outcome  # noqa: E402
from native import failure_to_compile  # noqa: E402
from recorded import PATH, decode  # noqa: E402
from tensors import HEADER, ROWS, arguments, source, variants  # noqa: E402

#: How many rows one module has: small ones compile side by side.
MODULE = 64
EXPECTED = json.loads(gzip.decompress(PATH.read_bytes()))["cases"]


@pytest.fixture(scope="module")
def libraries(tmp_path_factory):
    """For each row the library that has it, or why it does not compile."""
    folder = tmp_path_factory.mktemp("tensors")
    chunks = [range(start, min(start + MODULE, len(ROWS))) for start in range(0, len(ROWS), MODULE)]

    def build(chunk):
        path = folder / f"tensors_{chunk.start}.py"
        predictors = [source(n, ROWS[n], place, *kind) for n in chunk for place, kind in enumerate(variants(n, ROWS[n]))]
        path.write_text(HEADER + "".join(predictors), encoding="utf-8")
        failure = failure_to_compile(path, folder / path.stem)
        if failure:
            return failure
        return hotforge.load(folder / path.stem / path.stem)

    with ThreadPoolExecutor(2) as pool:
        return {number: library for chunk, library in zip(chunks, pool.map(build, chunks)) for number in chunk}


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[f"{number}-{row.name}" for number, row in enumerate(ROWS)])
def test_agrees_with_torch(number, libraries):
    row, library = ROWS[number], libraries[number]
    assert not isinstance(library, str), library
    for place, kind in enumerate(variants(number, row)):
        cases, recorded = arguments(number, place, *kind), EXPECTED[f"{row.name} {place}"]
        assert len(cases) == len(recorded), "record_tensors.py is to be run again"
        for given, expected in zip(cases, map(decode, recorded)):
            actual = outcome(library[f"p{number}_{place}"], copy.deepcopy(given))
            found = difference(expected, actual, row.tolerance)
            assert not found, f"{row.expression} of {kind} {given}: {found}\n  torch:  {expected}\n  native: {actual}"
