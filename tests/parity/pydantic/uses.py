"""Models in matches, sorts, sets, tests of classes, and spread out."""

from pydantic import BaseModel

from hotforge import compile


class Point(BaseModel):
    x: int
    y: int = 0


class Named(BaseModel):
    name: str
    x: int = 0
    y: int = 0


@compile()
def matched(x: int, y: int) -> str:
    match Point(x=x, y=y):
        case Point(x=0, y=0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x=x) if x > 0:
            return "right"
        case _:
            return "left"


@compile()
def ordered(xs: list[int]) -> list[int]:
    points = sorted((Point(x=x) for x in xs), key=lambda point: -point.x)
    return [point.x for point in points] + [max(points, key=lambda point: point.x).x]


@compile()
def found(xs: list[int], x: int) -> list[bool]:
    points = [Point(x=n) for n in xs]
    return [Point(x=x) in points, Point(x=x, y=1) in points, points.count(Point(x=x)) > 1]


@compile()
def told(n: int) -> str:
    value = Point(x=n) if n > 0 else Named(name="n", x=n)
    if isinstance(value, Named):
        return value.name + str(value.x)
    return str(value.x)


@compile()
def spread(x: int) -> str:
    return repr(Point(**Point(x=x, y=2).model_dump()))


@compile()
def grouped(xs: list[int]) -> dict[int, list[Point]]:
    groups: dict[int, list[Point]] = {}
    for x in xs:
        groups.setdefault(x % 2, []).append(Point(x=x))
    return groups


@compile()
def optional(x: int | None) -> str:
    point = None if x is None else Point(x=x)
    return repr(point) + str(point and point.x)


CASES = {
    "matched": [(0, 0), (0, 5), (1, 1), (-1, 0)],
    "ordered": [([3, 1, 2],)],
    "found": [([1, 2, 1], 1), ([], 1)],
    "told": [(1,), (-1,)],
    "spread": [(1,)],
    "grouped": [([1, 2, 3],), ([],)],
    "optional": [(None,), (0,), (3,)],
}
