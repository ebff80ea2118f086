"""A trial calls a compiled predictor and its Python function, describes what came of both and compares it."""

from __future__ import annotations

import dataclasses
import enum
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from hotforge import Record, described
from hotforge.agreement import compare
from hotforge.described import describe
from hotforge.given import Misfit, given


@dataclasses.dataclass
class Point:
    x: int
    y: float


class Color(enum.Enum):
    RED = 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, {"kind": "none"}),
        (True, {"kind": "bool", "value": True}),
        (-0.0, {"kind": "float", "text": "-0.0"}),
        (2**70, {"kind": "int", "text": str(2**70)}),
        ("é", {"kind": "str", "text": "é", "length": 1}),
        (b"hi", {"kind": "bytes", "base64": "aGk=", "length": 2}),
        (np.float32(0.1), {"kind": "scalar", "dtype": "float32", "text": "0.1"}),
        (Color.RED, {"kind": "enum", "class": "Color", "member": "RED", "value": {"kind": "int", "text": "1"}}),
        ({"a": None}, {"kind": "dict", "items": [[{"kind": "str", "text": "a", "length": 1}, {"kind": "none"}]], "length": 1}),
        (np.array(3), {"kind": "array", "dtype": "int64", "shape": [], "text": "3"}),
    ],
)
def test_plain_values(value: Any, expected: dict[str, Any]) -> None:
    assert describe(value) == expected


@pytest.mark.parametrize("value", [Point(1, 2.5), Record("Point", {"x": 1, "y": 2.5})])
def test_objects_have_fields(value: Any) -> None:
    items = [["x", {"kind": "int", "text": "1"}], ["y", {"kind": "float", "text": "2.5"}]]
    assert describe(value) == {"kind": "record", "class": "Point", "items": items, "length": 2}


def test_what_is_long_is_cut() -> None:
    found = describe([[None] * 1000] * 1000)
    assert found["length"] == 1000 and len(found["items"]) < described.MOST_ITEMS
    assert found["items"][0]["length"] == 1000 and len(found["items"][0]["items"]) == described.MOST_ITEMS
    text = describe("x" * 10**6)
    assert (len(text["text"]), text["length"]) == (described.MOST_CHARACTERS, 10**6)
    pairs = describe({index: index for index in range(1000)})
    assert 0 < len(pairs["items"]) < 1000 == pairs["length"]


def test_what_holds_itself_ends() -> None:
    around: list[Any] = []
    around.append(around)
    assert describe(around)["items"] == [{"kind": "other", "class": "list", "text": "…"}]


def test_arrays_have_numbers() -> None:
    numbers = describe(np.array([1.5, np.nan, -2], np.float32))["numbers"]
    assert numbers == {"low": -2, "high": 1.5, "mean": -0.25, "missing": 1, "points": [1.5, None, -2]}
    assert describe(np.array([0.1], np.float32))["numbers"]["points"] == [0.1]
    numbers = describe(np.array([np.inf]))["numbers"]
    assert (numbers["low"], numbers["missing"], numbers["points"]) == (None, 1, [None])
    assert describe(np.zeros((0, 3)))["numbers"]["slices"][0]["rows"] == []
    assert describe(np.zeros((3, 0)))["numbers"]["slices"][0]["rows"] == [[], [], []]
    assert describe(np.zeros((0, 2, 2)))["numbers"]["slices"] == []


def test_long_arrays_keep_their_extremes() -> None:
    array = np.zeros(100_000)
    array[77_777] = 9
    array[5] = np.nan
    numbers = describe(array)["numbers"]
    assert len(numbers["lows"]) == len(numbers["highs"]) == described.MOST_POINTS // 2
    assert max(numbers["highs"]) == 9 and min(numbers["lows"]) == 0
    plain = describe(array.tolist())["numbers"]
    assert plain["highs"] == numbers["highs"] and plain["length"] == 100_000


def test_large_arrays_are_thinned_out() -> None:
    numbers = describe(np.arange(20 * 300 * 1000).reshape(20, 300, 1000))["numbers"]
    assert (numbers["step"], numbers["count"], len(numbers["slices"])) == ([3, 4], 20, described.MOST_SLICES)
    assert numbers["slices"][1]["index"] == [1]
    assert numbers["slices"][1]["rows"][1][1] == 300 * 1000 + 3 * 1000 + 4


def test_lists_of_numbers_have_numbers_too() -> None:
    assert describe([1, 2.5, math.inf])["numbers"] == {"low": 1, "high": 2.5, "mean": 1.75, "missing": 1, "points": [1, 2.5, None]}
    assert describe([[1, 2], [3, 4]])["numbers"]["slices"][0]["rows"] == [[1, 2], [3, 4]]
    assert "numbers" not in describe([1, True, 2]) and "numbers" not in describe([[1, 2], [3]])
    assert "numbers" not in describe([10**400, 1, 2])
    assert describe([1e308] * 3)["numbers"]["mean"] == 1e308


def test_pixels_are_an_image() -> None:
    found = describe(np.full((2000, 4, 3), 7, np.uint8))
    assert (found["kind"], found["width"], found["height"], found["channels"]) == ("pixels", 2, 1000, 3)
    assert found["shape"] == [2000, 4, 3] and found["numbers"]["mean"] == 7
    assert describe(b"\x89PNG\r\n\x1a\n")["media"] == "image/png"


def test_streams_are_taken_to_their_end() -> None:
    def items(end: int, error: Exception | None = None) -> Iterator[int]:
        yield from range(end)
        if error is not None:
            raise error

    assert describe(items(2)) | {"items": None} == {"kind": "stream", "items": None, "length": 2, "more": False, "raised": None}
    assert describe(items(10**9))["more"]
    raised = describe(items(1, ValueError("no")))["raised"]
    assert (raised["class"], raised["message"]) == ("ValueError", "no")


@pytest.mark.parametrize(
    ("python", "native", "verdict"),
    [
        (1, 1, "equal"),
        (1, True, "different"),
        (math.nan, math.nan, "equal"),
        (1.0, 1.0 + 1e-9, "close"),
        (1.0, 1.1, "different"),
        ([1, 2], [1, 2, 3], "different"),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, "different"),
        (Color.RED, 1, "equal"),
        (Point(1, 2.0), Record("Point", {"x": 1, "y": 2.0}), "equal"),
        (Point(1, 2.0), Record("Line", {"x": 1, "y": 2.0}), "different"),
        (np.array([1, 2]), np.array([1, 2]), "equal"),
        (np.array([1, 2]), np.array([1, 3]), "different"),
        (np.array([1, 2]), np.array([1, 2], np.int32), "different"),
        (np.array([np.nan, 1e3, 1e-6]), np.array([np.nan, 1e3, 2e-6]), "close"),
        (np.array([np.inf]), np.array([-np.inf]), "different"),
        (np.zeros((0, 2)), np.zeros((0, 2)), "equal"),
    ],
)
def test_agreement(python: Any, native: Any, verdict: str) -> None:
    assert compare(python, native).verdict == verdict


def test_what_differs_is_told() -> None:
    assert compare([1, {"a": (2, 3)}], [1, {"a": (2, 4)}]).detail == "item 1: item 0: item 1: item 1: 3 against 4"
    assert compare(np.zeros((2, 2)), np.eye(2)).detail == "element [0, 0]: 0.0 against 1.0"


def predictor(schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": "f", "parameters": [{"name": "x", "type": "T", "schema": schema}]}


INT: dict[str, Any] = {"type": "int"}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"type": "float"}, 1, 1.0),
        ({"type": "float"}, {"float": "-inf"}, -math.inf),
        ({"type": "bytes"}, {"bytes": "aGk="}, b"hi"),
        ({"type": "set", "item": INT}, [1, 1], {1}),
        ({"type": "sequence", "item": INT}, [1], (1,)),
        ({"type": "tuple", "items": [INT, {"type": "str"}]}, [1, "a"], (1, "a")),
        ({"type": "dict", "key": INT, "value": INT}, [[1, 2]], {1: 2}),
        ({"type": "dict", "key": {"type": "str"}, "value": INT}, {"a": 2}, {"a": 2}),
        ({"type": "union", "members": [{"type": "none"}, INT]}, None, None),
        ({"type": "literal", "choices": ["a"]}, "b", "b"),
        ({"type": "record", "class": "P", "fields": {"x": INT}}, {"x": 1}, Record("P", {"x": 1})),
    ],
)
def test_arguments_are_made_of_json(schema: dict[str, Any], value: Any, expected: Any) -> None:
    made = given({"x": value}, predictor(schema), None)["x"]
    assert made == expected and type(made) is type(expected)


def test_arrays_are_made_of_lists_and_files(tmp_path: Any) -> None:
    schema = {"type": "array", "dtype": "float32", "shape": None}
    np.save(tmp_path / "a.npy", np.arange(3))
    for value in ([0, 1, 2], str(tmp_path / "a.npy")):
        made = given({"x": value}, predictor(schema), None)["x"]
        assert made.dtype == np.float32 and made.tolist() == [0, 1, 2]
    with pytest.raises(Misfit, match="no-such.npy"):
        given({"x": "no-such.npy"}, predictor(schema), None)


@pytest.mark.parametrize(
    ("schema", "value", "message"),
    [
        (INT, True, "x: True is no int. Its type is T"),
        (INT, 1.0, "x: 1.0 is no int. Its type is T"),
        ({"type": "str"}, 1, "x: 1 is no str. Its type is T"),
        ({"type": "list", "item": INT}, [1, "a"], "x: 'a' is no int. Its type is T"),
        ({"type": "array", "dtype": "int8", "shape": None}, [[1], [2, 3]], "x: "),
    ],
)
def test_what_does_not_fit_is_told(schema: dict[str, Any], value: Any, message: str) -> None:
    with pytest.raises(Misfit) as raised:
        given({"x": value}, predictor(schema), None)
    assert str(raised.value).startswith(message)


def test_objects_of_the_module_are_made() -> None:
    import sys

    def f(x: Point, color: Color | None = None) -> None: ...

    module = sys.modules[__name__]
    module.f = f  # type: ignore[attr-defined]
    f.__globals__.update(Point=Point, Color=Color)
    schema = {"type": "record", "class": "Point", "fields": {"x": INT, "y": {"type": "float"}}}
    assert given({"x": {"x": 1, "y": 2}}, predictor(schema), module)["x"] == Point(1, 2.0)
    enum_schema = {"type": "union", "members": [{"type": "none"}, {"type": "enum", "class": "Color", "members": {"RED": 1}}]}
    described = {"name": "f", "parameters": [{"name": "color", "type": "T", "schema": enum_schema}]}
    assert given({"color": "RED"}, described, module)["color"] is Color.RED
    assert given({"color": 1}, described, module)["color"] is Color.RED
