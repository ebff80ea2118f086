"""`json.loads` into unions and typed dicts."""

import json
from typing import TypedDict

from hotforge import compile


class Point(TypedDict):
    x: int
    y: float


class Shape(TypedDict):
    name: str
    points: list[Point]
    label: str | None


@compile()
def scalars(text: str) -> list[int | str | None]:
    values: list[int | str | None] = json.loads(text)
    return values


@compile()
def table(text: str) -> dict[str, float | str | bool | list[int]]:
    values: dict[str, float | str | bool | list[int]] = json.loads(text)
    return values


@compile()
def kind(text: str) -> str:
    value: int | str | list[int] | dict[str, int] | None = json.loads(text)
    if isinstance(value, int):
        return f"int {value}"
    if isinstance(value, str):
        return "str " + value
    if isinstance(value, list):
        return f"list {sum(value)}"
    if value is None:
        return "none"
    return f"dict {sorted(value)}"


@compile()
def shape(text: str) -> str:
    data: Shape = json.loads(text)
    return f"{data['name']} {len(data['points'])} {data['label']} {sum(point['x'] for point in data['points'])}"


CASES = {
    "scalars": [('[1, "a", null]',), ("[]",)],
    "table": [('{"a": 1.5, "b": "x", "c": true, "d": [1, 2]}',), ("{}",)],
    "kind": [("1",), ('"a"',), ("[1, 2]",), ('{"b": 1, "a": 2}',), ("null",), ("[",)],
    "shape": [('{"name": "s", "points": [{"x": 1, "y": 2.5}], "label": null}',), ('{"name": "t", "points": [], "label": "l"}',)],
}
