"""Fields that are containers."""

from pydantic import BaseModel

from hotforge import compile


class Lists(BaseModel):
    ints: list[int]


class Sets(BaseModel):
    names: set[str]


class Frozen(BaseModel):
    numbers: frozenset[int]


class Dicts(BaseModel):
    table: dict[str, int]


class ByNumber(BaseModel):
    table: dict[int, list[float]]


class Pairs(BaseModel):
    pair: tuple[int, str]


class Rows(BaseModel):
    rows: tuple[float, ...]


class Deep(BaseModel):
    cells: list[list[int | None]]


@compile()
def lists(value: list[int] | list[str] | tuple[int, ...] | set[int] | str | dict[str, int] | None) -> str:
    return repr(Lists(ints=value))


@compile()
def copied(value: list[int]) -> tuple[list[int], list[int]]:
    made = Lists(ints=value)
    made.ints.append(9)
    return value, made.ints


@compile()
def sets(value: list[str] | set[str] | int) -> list[str]:
    return sorted(Sets(names=value).names)


@compile()
def frozen(text: str) -> list[int]:
    return sorted(Frozen.model_validate_json(text).numbers)


@compile()
def dicts(value: dict[str, int] | dict[str, str] | dict[int, int] | list[int]) -> str:
    return repr(Dicts(table=value))


@compile()
def by_number(text: str) -> str:
    return repr(ByNumber.model_validate_json(text))


@compile()
def pairs(text: str) -> str:
    return repr(Pairs.model_validate_json(text))


@compile()
def pair(value: tuple[int, str] | tuple[str, int] | list[int] | tuple[int] | tuple[int, str, int]) -> str:
    return repr(Pairs(pair=value))


@compile()
def rows(text: str) -> str:
    return repr(Rows.model_validate_json(text))


@compile()
def deep(text: str) -> str:
    return repr(Deep.model_validate_json(text))


CASES = {
    "lists": [([1, 2],), (["1", "x", ""],), ((3, 4),), ({5},), ("abc",), ({"a": 1},), (None,), ([],)],
    "copied": [([1, 2],), ([],)],
    "sets": [(["b", "a", "b"],), ({"x"},), (5,)],
    "frozen": [('{"numbers": [3, 1, 3]}',), ('{"numbers": [3, "x"]}',), ('{"numbers": {}}',)],
    "dicts": [({"a": 1},), ({"a": "1", "b": "x"},), ({1: 2},), ([1],), ({},)],
    "by_number": [('{"table": {"1": [1, 2.5], "2": []}}',), ('{"table": {"x": [1, "y"]}}',), ('{"table": []}',), ('{"table": {"1": 5}}',)],
    "pairs": [('{"pair": [1, "a"]}',), ('{"pair": ["x", 2]}',), ('{"pair": [1]}',), ('{"pair": [1, "a", 3]}',), ('{"pair": []}',), ('{"pair": {}}',)],
    "pair": [((1, "a"),), (("x", 2),), ([1, 2],), ((1,),), ((1, "a", 2),)],
    "rows": [('{"rows": [1, 2.5, "3"]}',), ('{"rows": []}',), ('{"rows": ["x"]}',), ('{"rows": "x"}',)],
    "deep": [('{"cells": [[1, null], []]}',), ('{"cells": [[1, "x"], 5, [null, 1.5]]}',)],
}  # fmt: skip
