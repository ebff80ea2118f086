"""match on dataclasses and other classes of the module."""

from dataclasses import dataclass

from hotforge import compile


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Circle:
    center: Point
    radius: float


@dataclass
class Square(Point):
    side: float = 1.0


class Named:
    __match_args__ = ("name", "size")

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.size = size


def make(kind: str, n: int) -> Point | Circle | Named | None:
    if kind == "point":
        return Point(n, 0 if n > 5 else n)
    if kind == "circle":
        return Circle(Point(n, 1), n / 2)
    if kind == "square":
        return Square(n, 2, 4.0)
    if kind == "named":
        return Named(f"n{n}", n)
    return None


@compile()
def describe(kind: str, n: int) -> str:
    match make(kind, n):
        case Square(x, y, side):
            return f"square {x} {y} {side}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, 0):
            return f"on x {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Circle(center=Point(x=cx, y=1), radius=r) if r > 1:
            return f"circle {cx} {r}"
        case Circle():
            return "small circle"
        case Named("n7", size):
            return f"seven {size}"
        case Named(name=name):
            return f"named {name}"
        case None:
            return "nothing"
    return "other"


@compile()
def in_list(sizes: list[int]) -> list[str]:
    shapes = [Point(size, size + 1) for size in sizes]
    match shapes:
        case []:
            return ["none"]
        case [Point(x=1) as first, *rest]:
            first.x = 100
            return [f"{shapes[0].x}", f"{len(rest)}"]
        case [*_, Point(x, y)]:
            return [f"last {x} {y}"]
    return []


CASES = {
    "describe": [
        ("point", 0), ("point", 7), ("point", 3), ("circle", 4), ("circle", 1), ("square", 2), ("named", 7), ("named", 2), ("x", 1)
    ],
    "in_list": [([],), ([1, 2],), ([2, 3],)],
}
