"""Making models, their fields, repr, str, equality."""

from pydantic import BaseModel, Field

from hotforge import compile


class Point(BaseModel):
    """A point."""

    x: int
    y: int = 0
    label: str = Field("none", description="what it is called")


class Empty(BaseModel):
    pass


class Secret(BaseModel):
    name: str
    token: str = Field("t", repr=False)


@compile()
def made(x: int, label: str) -> Point:
    return Point(x=x, label=label)


@compile()
def shown(x: int) -> list[str]:
    point = Point(x=x)
    return [repr(point), str(point), f"{point}", f"{point!r}", repr([point]), repr(Empty()), str(Empty()), repr(Secret(name="n"))]


@compile()
def compared(a: int, b: int) -> list[bool]:
    p, q = Point(x=a), Point(x=b, y=0)
    return [p == q, p != q, p == p, p is q, Point(x=a, label="z") == q, Empty() == Empty()]


@compile()
def changed(x: int) -> tuple[int, str]:
    point = Point(x=x)
    point.x += 5
    point.label = point.label.upper()
    other = point
    other.y = 9
    return point.x + point.y, repr(point)


@compile()
def summed(n: int) -> int:
    points = [Point(x=i, y=i * 2) for i in range(n)]
    return sum(point.x * point.y for point in points)


@compile()
def missing(x: int) -> str:
    return repr(Point(y=x))


CASES = {
    "made": [(1, "a"), (-5, ""), (0, "é'\"")],
    "shown": [(3,), (-1,)],
    "compared": [(1, 1), (1, 2)],
    "changed": [(1,)],
    "summed": [(0,), (4,)],
    "missing": [(3,)],
}
