"""Classes within functions."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from hotforge import compile

SCALE = 3


@compile()
def plain(x: int) -> str:
    class Vector:
        """Two numbers."""

        unit = 1

        def __init__(self, x: int, y: int = 0) -> None:
            self.x = x
            self.y = y + self.unit

        def __add__(self, other: "Vector") -> "Vector":
            return Vector(self.x + other.x, self.y + other.y)

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Vector) and self.x == other.x

        def __repr__(self) -> str:
            return f"Vector({self.x * SCALE}, {self.y})"

    one = Vector(x) + Vector(1, 2)
    return f"{one} {one == Vector(x + 1)} {[Vector(i) for i in range(x)]}"


@compile()
def data(x: int) -> str:
    @dataclass(order=True)
    class Point:
        x: int
        y: int = 0

        def moved(self, by: int) -> "Point":
            return Point(self.x + by, self.y)

    class Below(Point):
        def moved(self, by: int) -> "Point":
            return Point(-self.x, by)

    points = sorted([Point(3), Point(x, 2), Below(1, 1).moved(x)])
    return f"{points} {max(points)!r} {Below(1)}"


def helper(text: str) -> str:
    class Colour(Enum):
        RED = "r"
        BLUE = "b"

    class Pair(NamedTuple):
        name: str
        colour: Colour

    return repr(Pair(text, Colour(text)))


@compile()
def called(text: str) -> str:
    return helper(text)


@compile()
def raised(x: int) -> str:
    class Bad(ValueError):
        pass

    class Worse(Bad):
        def __init__(self, value: int) -> None:
            super().__init__(f"worse: {value}")
            self.value = value

    try:
        if x > 5:
            raise Worse(x)
        if x > 2:
            raise Bad("bad", x)
    except Worse as error:
        return f"{error!r} {error.value}"
    except Bad as error:
        return f"{error!r} {error}"
    if x < 0:
        raise Worse(x)
    return "none"


@compile()
def tree(values: list[int]) -> list[int]:
    class Node:
        def __init__(self, value: int) -> None:
            self.value = value
            self.left: Node | None = None
            self.right: Node | None = None

        def insert(self, value: int) -> None:
            if value < self.value:
                if self.left is None:
                    self.left = Node(value)
                else:
                    self.left.insert(value)
            elif self.right is None:
                self.right = Node(value)
            else:
                self.right.insert(value)

        def walk(self) -> list[int]:
            before = self.left.walk() if self.left is not None else []
            after = self.right.walk() if self.right is not None else []
            return before + [self.value] + after

    if not values:
        return []
    root = Node(values[0])
    for value in values[1:]:
        root.insert(value)
    return root.walk()


CASES = {
    "plain": [(0,), (2,), (-3,)],
    "data": [(0,), (5,)],
    "called": [("r",), ("b",), ("x",)],
    "raised": [(0,), (3,), (6,), (-1,)],
    "tree": [([],), ([3, 1, 2, 5, 4, 3],)],
}
