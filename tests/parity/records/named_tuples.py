"""`typing.NamedTuple`: fields, defaults, methods, and all that tuples do."""

from __future__ import annotations

import json
from typing import NamedTuple

from hotforge import compile


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 0

    def norm(self) -> int:
        return abs(self.x) + abs(self.y)

    @property
    def swapped(self) -> Point:
        return Point(self.y, self.x)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Span(NamedTuple):
    start: float
    end: float
    label: str = "é"


class Empty(NamedTuple):
    pass


class Chatty(NamedTuple):
    name: str
    size: int

    def __str__(self) -> str:
        return f"{self.name} of {self.size}"

    def __len__(self) -> int:
        return self.size


@compile()
def fields(x: int, y: int) -> tuple[int, int, int, str, Point, Point]:
    point = Point(x, y=y)
    return point.x, point.y, point.norm(), f"{point}", point.swapped, Point(x)


@compile()
def as_tuple(x: int, y: int) -> tuple[int, int, list[int], tuple[int, int], int, bool, int, int]:
    point = Point(x, y)
    a, b = point
    return a, b, [item for item in point], point[:], len(point), bool(point), point[-1], sum(point)


@compile()
def by_index(x: int, y: int, at: int) -> int:
    return Point(x, y)[at]


@compile()
def slices(start: float, end: float) -> tuple[tuple[float, str], tuple[str, float, float], float]:
    span = Span(start, end)
    return span[::2], span[::-1], span[1]


@compile()
def stars(x: int, y: int) -> tuple[int, list[int], int, tuple[int, int, int], list[int], Point]:
    first, *rest = Point(x, y)
    point = Point(*Point(x, y))
    return first, rest, point.y, (*point, 1), [0, *point], point


@compile()
def equal(x: int, y: int, other: tuple[int, int]) -> tuple[bool, bool, bool, bool, bool]:
    point = Point(x, y)
    return point == Point(*other), point == other, other == point, point != other, point == (x, y, 0)


@compile()
def equal_to_others(x: int) -> tuple[bool, bool, bool]:
    return Point(x, 1) == Span(x, 1.0), Empty() == (), Span(1.0, 2.0) == (1, 2, "é")


@compile()
def ordered(x: int, y: int, other: tuple[int, int]) -> tuple[bool, bool, bool, bool, bool]:
    point, second = Point(x, y), Point(*other)
    return point < second, point <= other, point > second, other >= point, point < (x,)


@compile()
def sorted_points(pairs: list[tuple[int, int]]) -> tuple[list[Point], Point, Point]:
    points = [Point(*pair) for pair in pairs]
    return sorted(points), min(points), max(points, key=lambda point: (point.y, point.x))


@compile()
def as_keys(pairs: list[tuple[int, int]]) -> tuple[dict[Point, int], int, bool]:
    counts: dict[Point, int] = {}
    for x, y in pairs:
        counts[Point(x, y)] = counts.get(Point(x, y), 0) + 1
    return counts, len({Point(x, y) for x, y in pairs}), Point(1, 2) in counts


@compile()
def membership(x: int, y: int) -> tuple[bool, bool, bool, bool]:
    point = Point(x, y)
    return x in point, point in [Point(1, 2)], point in [(1, 2), (3, 4)], 7 in point


@compile()
def replaced(x: int, y: int) -> tuple[Point, Point, dict[str, int], Point]:
    point = Point(x, y)
    return point._replace(x=y), point._replace(), point._asdict(), Point._make([y, x])


@compile()
def described() -> tuple[tuple[str, ...], dict[str, int], tuple[str, ...], str, str]:
    return Point._fields, Point._field_defaults, Empty._fields, repr(Empty()), Point.__name__


@compile()
def made_of(items: list[int]) -> Point:
    return Point._make(items)


@compile()
def counted(x: int, y: int, sought: int) -> tuple[int, int]:
    point = Point(x, y)
    return point.count(sought), point.index(sought)


@compile()
def operators(x: int, y: int) -> tuple[Point, tuple[float, float, str, int], tuple[float, float, str, float, float, str]]:
    return Point(x, y) + Point(y, x), Span(x, y) + (1,), Span(1.0, 2.0) * 2


@compile()
def texts(x: int, y: int) -> tuple[str, str, str, str, str, str]:
    point = Point(x, y)
    return repr(point), str(point), "%d|%d" % point, f"{point!r:>20}", json.dumps(point), json.dumps([Span(0.5, 1.0)])


@compile()
def chatty(name: str, size: int) -> tuple[str, str, int, bool, str]:
    item = Chatty(name, size)
    return str(item), repr(item), len(item), bool(item), f"{item}"


@compile()
def matched(kind: int, x: int) -> str:
    value = Point(x, 1) if kind == 0 else Span(x, 2.5) if kind == 1 else None
    match value:
        case Point(0, y):
            return f"point at 0, {y}"
        case Point(x=a, y=b) if a > 2:
            return f"point {a} {b}"
        case (first, *rest):
            return f"sequence {first} {rest}"
        case _:
            return "nothing"


@compile()
def instances(kind: int) -> tuple[bool, bool, bool]:
    value = Point(1, 2) if kind == 0 else Span(1.0, 2.0) if kind == 1 else "text"
    return isinstance(value, tuple), isinstance(value, Point), isinstance(value, (Span, str))


@compile()
def cannot_be_set(x: int) -> str:
    point = Point(x)
    try:
        point.x = 1
    except AttributeError as error:
        return str(error)
    return "set"


@compile()
def nested(x: int) -> tuple[int, str, bool, dict[str, int]]:
    spans = {"a": Span(0.0, 1.0), "b": Span(1.0, float(x))}
    total = 0
    for name, (start, end, _label) in spans.items():
        total += int(end - start) + len(name)
    return total, repr(spans["b"]), spans["a"] < spans["b"], {span.label: len(span) for span in spans.values()}


@compile()
def passed_on(point: Point) -> Point:
    return point._replace(y=point.x + point.y)


@compile()
def many(points: list[Point], spans: dict[str, Span]) -> tuple[list[Point], list[tuple[int, int]], dict[str, Span]]:
    return points[::-1], [tuple(point) for point in points], spans


@compile()
def plain(pair: tuple[int, int]) -> Point:
    return Point(*pair)


@compile()
def either(value: Point | None) -> int:
    return -1 if value is None else value.x


CASES = {
    "fields": [(3, -4), (0, 0)],
    "as_tuple": [(1, 2), (0, 0), (-5, 7)],
    "by_index": [(1, 2, 0), (1, 2, -2), (1, 2, 2), (1, 2, -3)],
    "slices": [(0.5, -0.0)],
    "stars": [(1, 2)],
    "equal": [(1, 2, (1, 2)), (1, 2, (2, 1))],
    "equal_to_others": [(1,)],
    "ordered": [(1, 2, (1, 3)), (1, 2, (1, 2)), (2, 0, (1, 9))],
    "sorted_points": [([(2, 1), (1, 5), (1, -1)],), ([],)],
    "as_keys": [([(1, 2), (2, 1), (1, 2)],), ([],)],
    "membership": [(1, 2), (7, 7)],
    "replaced": [(1, 2)],
    "described": [()],
    "made_of": [([1, 2],), ([1],), ([],), ([1, 2, 3],)],
    "counted": [(1, 1, 1), (1, 2, 2), (1, 2, 3)],
    "operators": [(1, 2)],
    "texts": [(1, -2)],
    "chatty": [("a", 3), ("", 0)],
    "matched": [(0, 0), (0, 3), (0, 1), (1, 4), (2, 0)],
    "instances": [(0,), (1,), (2,)],
    "cannot_be_set": [(1,)],
    "nested": [(5,)],
    "passed_on": [(Point(1, 2),), (Point(-1),)],
    "many": [([Point(1, 2), Point(3)], {"a": Span(1.0, 2.0)}), ([], {})],
    "plain": [(Point(4, 5),), ((1, 2),)],
    "either": [(None,), (Point(9),)],
}
