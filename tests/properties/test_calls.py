"""Generated calls of libraries: the native library must give what they give, or gave where that is recorded."""

from __future__ import annotations

import copy
import gzip
import importlib.util
import json
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

import hotforge  # noqa: E402
import librosa_calls  # noqa: E402
import numpy as np  # noqa: E402
import numpy_calls  # noqa: E402
import opencv_calls  # noqa: E402
import pil_calls  # noqa: E402
import scipy_calls  # noqa: E402
import torchvision_calls  # noqa: E402
from compare import Raised, difference, outcome  # noqa: E402
from native import failure_to_compile  # noqa: E402
from recorded import decode  # noqa: E402

TABLES = [torchvision_calls.TABLE, opencv_calls.TABLE, scipy_calls.TABLE, librosa_calls.TABLE, numpy_calls.TABLE, pil_calls.TABLE]
#: How many rows one module has: small ones compile side by side.
MODULE = 48


def build(table, numbers, folder: Path):
    """The library of some rows and the module that Python runs; a text where they do not compile."""
    path = folder / f"{table.name}_{numbers.start}.py"
    path.write_text(table.module(numbers), encoding="utf-8")
    failure = failure_to_compile(path, folder / path.stem)
    if failure:
        return failure
    return hotforge.load(folder / path.stem / path.stem), None if table.recorded else imported(path)


def imported(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """For each table and row what `build` gives."""
    folder = tmp_path_factory.mktemp("calls")
    chunks = [
        (table, range(start, min(start + MODULE, len(table.rows))))
        for table in TABLES
        for start in range(0, len(table.rows), MODULE)
    ]
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda chunk: build(*chunk, folder), chunks)
        return {(table.name, n): result for (table, numbers), result in zip(chunks, results) for n in numbers}


def recorded(table) -> list:
    return json.loads(gzip.decompress(table.path.read_bytes()))["cases"] if table.recorded else []


RECORDED = {table.name: recorded(table) for table in TABLES}
ROWS = [(table, n) for table in TABLES for n in range(len(table.rows))]


def of_its_class(actual):
    """What was raised of a class whose library is not installed here: it comes as a `PredictorError` that names it."""
    if isinstance(actual, Raised) and actual.class_name == "PredictorError":
        name, _, message = actual.message.partition(": ")
        return Raised(name.rsplit(".", 1)[-1], message)
    return actual


@pytest.mark.parametrize(("table", "n"), ROWS, ids=[f"{table.name}-{n}-{table.rows[n].name}" for table, n in ROWS])
def test_agrees_with_its_library(table, n, built):
    result = built[table.name, n]
    assert not isinstance(result, str), result
    library, module = result
    native = library if isinstance(library, hotforge.Predictor) else library[f"p{n}"]
    if table.recorded:
        agrees_with_what_is_recorded(table, n, native)
    else:
        agrees_with_its_python_form(table, n, native, getattr(module, f"p{n}"))


def agrees_with_what_is_recorded(table, n: int, native) -> None:
    assert len(RECORDED[table.name]) == len(table.rows), "record_calls.py is to be run again"
    for arguments, expected in zip(table.arguments(n), RECORDED[table.name][n], strict=True):
        compare(table, n, arguments, decode(expected), of_its_class(outcome(native, copy.deepcopy(arguments))))


def agrees_with_its_python_form(table, n: int, native, function) -> None:
    @settings(max_examples=table.cases, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32))
    def agree(seed):
        arguments = table.case(n, np.random.default_rng(seed))
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            expected = outcome(function, copy.deepcopy(arguments))
        compare(table, n, arguments, expected, outcome(native, copy.deepcopy(arguments)))

    agree()


def compare(table, n: int, arguments: tuple, expected, actual) -> None:
    row = table.rows[n]
    found = difference(expected, actual, row.tolerance)
    assert not found, f"{row.expression} of {arguments}: {found}\n  {table.name}: {expected}\n  native: {actual}"
