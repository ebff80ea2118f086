"""Generated arguments for the operators in `predictors.py`: CPython and the native library must agree on each.

The cases are the same in every run. Their number is 20,000 in all, shared out below.
"""

from __future__ import annotations

import copy
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

import hotforge  # noqa: E402
import predictors  # noqa: E402
from compare import Returned, difference, holds_big_int, outcome  # noqa: E402
from native import failure_to_compile  # noqa: E402

ints = st.one_of(st.integers(-20, 20), st.integers(-(2**63), 2**63 - 1), st.sampled_from([2**31, 2**53, 2**53 + 1, -(2**63), 2**63 - 1]))
small = st.integers(-12, 12)
floats = st.one_of(st.floats(), st.floats(-1000, 1000), st.sampled_from([0.0, -0.0, 0.5, 1.5, 2.5, 1e16, 1e22, 5e-324, 0.1]))
letters = "aAbB zZ09_-+.\t\n'\"\\éÉßẞıİſǅΣσςΩﬁ①²½٣१日😀\u0301\u200b\u2028\x1c\x85\xa0"
texts = st.one_of(st.text(alphabet=letters, max_size=12), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8), st.text("ab", max_size=10))
parts = st.one_of(st.text("ab", max_size=2), st.sampled_from(["", " ", "é", "\n", "aa", "ß"]))
bounds = st.one_of(st.none(), st.integers(-8, 8), ints)
steps = st.one_of(st.none(), st.sampled_from([1, 2, 3, -1, -2, 0, 2**62, -(2**63)]))
specs = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "<", ">", "^", "=", "*<", "0>", "é^", "x="]),
        st.sampled_from(["", "+", "-", " "]),
        st.sampled_from(["", "z"]),
        st.sampled_from(["", "#"]),
        st.sampled_from(["", "0"]),
        st.sampled_from(["", "1", "6", "12", "25"]),
        st.sampled_from(["", ",", "_"]),
        st.sampled_from(["", ".0", ".1", ".3", ".10", ".20", "."]),
        st.sampled_from(["", "d", "x", "X", "o", "b", "c", "e", "E", "f", "F", "g", "G", "n", "%", "s", "r"]),
    ),
)
numerals = st.one_of(
    st.text(alphabet="0123456789_+-. xXoObBeEnNaAiIfF٣१\t\n", max_size=10),
    st.builds("{}{}{}".format, st.sampled_from(["", " ", "-", "+", "0x", "0b1", "0o7"]), ints, st.sampled_from(["", " ", "_", "e5", ".", "_0", ".5e-3"])),
    floats.map(repr),
)
encodings = st.sampled_from(["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig"])
encoding_errors = st.sampled_from(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"])
decoding_errors = st.sampled_from(["strict", "ignore", "replace", "backslashreplace"])
int_lists = st.lists(st.integers(-5, 5), max_size=8)
templates = st.lists(st.sampled_from(["%d", "%s", "%f", "%5d", "%-6s|", "%05d", "%+.2f", "%x", "%r", "%e", "%g", "%%", "a", "é", "%c", "%.3s", "%#o", "% d"]), max_size=5).map("".join)

#: For each predictor, the strategies of its arguments.
ARGUMENTS = {
    "int_arithmetic": (ints, ints),
    "int_division": (ints, ints),
    "int_bits": (ints, ints),
    "int_shifts": (ints, st.integers(-2, 70)),
    "int_text": (ints,),
    "int_power": (ints, st.integers(0, 100), ints),
    "int_parsed": (numerals, st.sampled_from([0, 2, 8, 10, 16, 36, 1, 37, -1])),
    "float_parsed": (numerals,),
    "format_int": (ints, specs),
    "format_float": (floats, specs),
    "format_text": (texts, specs),
    "float_text": (floats, st.integers(-5, 20)),
    "float_arithmetic": (floats, floats),
    "float_division": (floats, floats),
    "text_cases": (texts,),
    "text_kinds": (texts,),
    "text_search": (texts, parts, st.integers(-15, 15), st.integers(-15, 15)),
    "text_split": (texts, st.one_of(st.none(), parts), st.integers(-2, 4)),
    "text_replace": (texts, parts, parts, small),
    "text_slice": (texts, bounds, bounds, steps),
    "text_encoded": (texts, encodings, encoding_errors),
    "bytes_decoded": (st.one_of(st.binary(max_size=12), texts.map(str.encode)), encodings, decoding_errors),
    "list_slices": (int_lists, bounds, bounds, steps, int_lists),
    "list_delete": (int_lists, bounds, bounds, steps),
    "list_change": (int_lists, small, st.integers(-5, 5)),
    "dict_change": (st.dictionaries(parts, small, max_size=4), st.lists(parts, max_size=4), small),
    "set_algebra": (st.sets(small, max_size=6), st.sets(small, max_size=6)),
    "percent": (templates, ints, texts, st.one_of(st.floats(-1e15, 1e15), st.sampled_from([float("nan"), float("inf")]))),
}
TOTAL = 20_000
EACH = -(-TOTAL // len(ARGUMENTS))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("properties")
    failure = failure_to_compile(HERE / "predictors.py", folder / "library")
    assert failure is None, failure
    return hotforge.load(folder / "library" / "predictors")


def beyond_64_bits(expected, actual) -> bool:
    """Whether native code raised OverflowError, and CPython went on with a larger int on its way to the result."""
    return isinstance(expected, Returned) and getattr(actual, "class_name", "") == "OverflowError" and "64 bits" in actual.message


@pytest.mark.parametrize("name", ARGUMENTS)
def test_agrees_with_cpython(name, library):
    function, native = getattr(predictors, name), library[name]

    @settings(max_examples=EACH, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.tuples(*ARGUMENTS[name]))
    def agree(arguments):
        expected = outcome(function, copy.deepcopy(arguments))
        actual = outcome(native, copy.deepcopy(arguments))
        if isinstance(expected, Returned) and (holds_big_int(expected.value) or beyond_64_bits(expected, actual)):
            assert beyond_64_bits(expected, actual), f"{name}{arguments}: CPython {expected}, native {actual}"
            return
        found = difference(expected, actual, None)
        assert not found, f"{name}{arguments}: {found}\n  CPython: {expected}\n  native:  {actual}"

    agree()
