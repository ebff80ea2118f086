"""Generated arrays for the operators of numpy in `arrays.py` and `scalars.py`: numpy and the native library must agree on each.

The rows become predictors of a few modules, each compiled into one library. The cases are the same in every run.
"""

from __future__ import annotations

import importlib.util
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

import arrays  # noqa: E402
import hotforge  # noqa: E402
import scalars  # noqa: E402
from arrays import CASES, DTYPES, Row  # noqa: E402
from compare import difference, outcome  # noqa: E402
from generated import annotation, elements  # noqa: E402
from native import failure_to_compile  # noqa: E402

ROWS = [*arrays.ROWS, *scalars.ROWS]
#: How many rows one module has: small ones compile side by side.
MODULE = 48
HEADER = "import numpy as np\n\nfrom hotforge import compile\n\n\n"
#: `x` as it lies in memory: in C order, backwards, in steps, transposed.
LAYOUTS = """\
    if layout == 1:
        x = x[..., ::-1]
    elif layout == 2:
        x = x[..., ::2]
    elif layout == 3:
        x = x[::-1].T
"""


def variants(number: int, row: Row) -> list[tuple[str, int]]:
    """The dtypes and numbers of axes that a row is compiled for: others for each row, so that all are met."""
    dtypes = [row.dtypes[(number + step) % len(row.dtypes)] for step in range(min(DTYPES, len(row.dtypes)))]
    ranks = [row.ranks[(number + step) % len(row.ranks)] for step in range(len(row.ranks))]
    count = max(len(dtypes), len(ranks))
    return [(dtypes[place % len(dtypes)], ranks[place % len(ranks)]) for place in range(count)]


def source(number: int, row: Row, place: int, dtype: str, rank: int) -> str:
    """A predictor."""
    array = annotation(dtype, rank)
    parameters = [f"x: {array}", "layout: int"]
    parameters += [f"{name}: {array}" for name in ("y", "z") if name in row.uses]
    parameters += [f"{name}: {kind}" for name, kind in (("k", "int"), ("f", "float")) if name in row.uses]
    parameters += ["i: np.ndarray[tuple[int], np.dtype[np.int64]]"] if "i" in row.uses else []
    # An operand beside `x` has its shape, which turning and stepping would change.
    layouts = LAYOUTS if rank and not row.square and not row.uses & {"y", "z"} else ""
    if rank and row.uses & {"y", "z"}:
        layouts = "    if layout == 1:\n        x = x[..., ::-1]\n"
    before = "".join(f"    {statement.strip()}\n" for statement in row.before.split(";") if statement.strip())
    return f"@compile()\ndef p{number}_{place}({', '.join(parameters)}):\n{layouts}{before}    return {row.expression}\n\n\n"


@pytest.fixture(scope="module")
def libraries(tmp_path_factory):
    """For each module its Python form and its library."""
    folder = tmp_path_factory.mktemp("arrays")
    chunks = [range(start, min(start + MODULE, len(ROWS))) for start in range(0, len(ROWS), MODULE)]

    def build(chunk):
        path = folder / f"arrays_{chunk.start}.py"
        predictors = [source(n, ROWS[n], p, *v) for n in chunk for p, v in enumerate(variants(n, ROWS[n]))]
        path.write_text(HEADER + "".join(predictors), encoding="utf-8")
        failure = failure_to_compile(path, folder / path.stem)
        # A module that does not compile fails its own rows.
        return path, failure

    with ThreadPoolExecutor(2) as pool:
        built = list(pool.map(build, chunks))
    loaded = {}
    for chunk, (path, failure) in zip(chunks, built):
        if failure:
            loaded.update({number: (failure, None) for number in chunk})
            continue
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        library = hotforge.load(folder / path.stem / path.stem)
        loaded.update({number: (module, library) for number in chunk})
    return loaded


@st.composite
def arguments(draw, row: Row, dtype: str, rank: int):
    """The arguments of a predictor: shapes are drawn, elements made from a drawn seed."""
    if row.square:
        shape = (draw(st.integers(row.least, 4)),) * rank
    else:
        lengths = st.one_of(st.integers(max(row.least, 1), 5), st.integers(row.least, 3))
        shape = tuple(draw(lengths) for _ in range(rank))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    make = lambda shape: elements(rng, dtype, int(np.prod(shape)), row.tame, row.zeros).reshape(shape)  # noqa: E731
    given = [make(shape), draw(st.integers(0, 3))]
    if "y" in row.uses:
        given.append(make(tuple(1 if draw(st.integers(0, 3)) == 0 else length for length in shape)))
    if "z" in row.uses:
        given.append(make(shape))
    if "k" in row.uses:
        given.append(draw(st.integers(-7, 7)))
    if "f" in row.uses:
        given.append(draw(st.floats(-5, 5)))
    if "i" in row.uses:
        given.append(np.array(draw(st.lists(st.integers(-3, 3), max_size=4)), dtype=np.int64))
    return tuple(given)


def copied(arguments: tuple) -> tuple:
    return tuple(value.copy() if isinstance(value, np.ndarray) else value for value in arguments)


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[f"{number}-{row.name}" for number, row in enumerate(ROWS)])
def test_agrees_with_numpy(number, libraries):
    row = ROWS[number]
    module, library = libraries[number]
    assert library, module
    kinds = variants(number, row)
    each = -(-CASES // len(kinds))
    for place, (dtype, rank) in enumerate(kinds):
        name = f"p{number}_{place}"
        function, native = getattr(module, name), library[name]

        @settings(max_examples=each, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        @given(arguments(row, dtype, rank))
        def agree(given):
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                expected = outcome(function, copied(given))
            actual = outcome(native, copied(given))
            found = difference(expected, actual, row.tolerance)
            assert not found, f"{row.expression} of {dtype}{given}: {found}\n  numpy:  {expected}\n  native: {actual}"

        agree()
