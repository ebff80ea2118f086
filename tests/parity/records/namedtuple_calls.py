"""Named tuples that a call makes: `collections.namedtuple`, `NamedTuple("P", [...])`, and classes that derive from one."""

import collections
from collections import namedtuple
from typing import List, NamedTuple, Tuple

from hotforge import compile

Point = namedtuple("Point", "x y")
Commas = namedtuple("Commas", "a, b,c", defaults=(2, "three"))
Listed = collections.namedtuple("Listed", ["first", "second"], defaults=[None])
Typed = NamedTuple("Typed", [("name", str), ("scores", List[float])])
Bare = namedtuple("Bare", ())


class Vector(namedtuple("Vector", ["x", "y"])):
    """A class of its own over one."""

    __slots__ = ()

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    @classmethod
    def unit(cls):
        return cls(1, 0)


class Named(Vector):
    def __repr__(self):
        return f"<{self.x}, {self.y}>"


@compile()
def made(x: int, y: int) -> Tuple[Point, int, str, int]:
    point = Point(y=y, x=x)
    return point, point.x - point.y, repr(point), len(point)


@compile()
def defaults(a: int) -> Tuple[Commas, Commas, Commas, Tuple[str, ...], str]:
    return Commas(a), Commas(a, 5), Commas(a, c="z"), Commas._fields, repr(Commas(a))


@compile()
def optional(text: str) -> Tuple[Listed, Listed, bool]:
    some, none = Listed(text, text), Listed(text)
    return some, none, none.second is None


@compile()
def typed(name: str, scores: List[float]) -> Tuple[Typed, float, str]:
    value = Typed(name, scores)
    best = max(value.scores, default=0.0)
    return value, best, value.name.upper()


@compile()
def bare() -> Tuple[Bare, bool, bool, str]:
    return Bare(), Bare() == (), bool(Bare()), repr(Bare())


@compile()
def derived(x: int, y: int) -> Tuple[int, Vector, Vector, Tuple[int, ...], bool, str]:
    vector = Vector(x, y)
    return vector.dot(Vector(y, x)), vector * 3, Vector.unit(), vector + (1,), vector == (x, y), repr(vector)


@compile()
def shown(x: int, y: int) -> Tuple[str, str, bool, int]:
    named = Named(x, y)
    return repr(named), f"{named}", named == Vector(x, y), named.dot(named)


@compile()
def compared(x: int, y: int) -> Tuple[bool, bool, bool]:
    return Point(x, y) == Vector(x, y), Point(x, y) < Vector(x, y + 1), Point(x, y) != (x, y)


@compile()
def unpacked(pairs: List[Tuple[int, int]]) -> Tuple[int, List[int]]:
    total, firsts = 0, []
    for x, y in [Point(*pair) for pair in pairs]:
        total += x * y
        firsts.append(x)
    return total, firsts


@compile()
def zipped(pairs: List[Tuple[int, int]]) -> Tuple[List[Point], List[Tuple[int, int]]]:
    points = [Point._make(pair) for pair in pairs]
    return points, [(index, x + y) for index, (x, y) in enumerate(points)]


@compile()
def in_a_match(x: int, y: int) -> str:
    match Point(x, y):
        case Point(0, 0):
            return "origin"
        case (0, y):
            return f"on the axis at {y}"
        case Point(x=x, y=0):
            return f"at {x}"
        case [a, b]:
            return f"{a}/{b}"


@compile()
def in_a_list(x: int) -> Tuple[int, int, bool]:
    points = [Point(x, 1), Point(2, x)]
    return points.index(Point(2, x)), points.count(Point(x, 1)), Point(0, 0) in points


CASES = {
    "made": [(1, 2), (-1, -1)],
    "defaults": [(1,)],
    "optional": [("a",), ("",)],
    "typed": [("é", [1.0, float("nan")]), ("", [])],
    "bare": [()],
    "derived": [(1, 2), (0, 0)],
    "shown": [(1, 2)],
    "compared": [(1, 2)],
    "unpacked": [([(1, 2), (3, 4)],), ([],)],
    "zipped": [([(1, 2), (3, 4)],), ([],)],
    "in_a_match": [(0, 0), (0, 5), (5, 0), (1, 2)],
    "in_a_list": [(1,), (2,), (0,)],
}
