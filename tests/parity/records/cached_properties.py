"""`functools.cached_property`: computed once for each object, and kept in it."""

import functools
from dataclasses import dataclass, field
from functools import cached_property

from hotforge import compile


class Circle:
    def __init__(self, radius: float, log: list[str]):
        self.radius = radius
        self.log = log

    @cached_property
    def area(self) -> float:
        self.log.append(f"area of {self.radius}")
        return self.radius * self.radius * 3

    @functools.cached_property
    def points(self) -> list[int]:
        self.log.append("points")
        return [int(self.radius)]

    @cached_property
    def twice(self) -> float:
        return self.area + self.area


class Ball(Circle):
    @cached_property
    def area(self) -> float:
        return 4 * super().radius if False else 4.0 * self.radius


@dataclass
class Text:
    words: list[str]
    limit: int = 2
    seen: list[str] = field(default_factory=list)

    @cached_property
    def longest(self) -> str | None:
        self.seen.append("asked")
        return max(self.words, key=len) if self.words else None


@compile()
def once(radius: float) -> tuple[float, list[str]]:
    log: list[str] = []
    circle = Circle(radius, log)
    first = circle.area
    circle.radius = 100.0
    return first + circle.area + circle.twice, log


@compile()
def kept_list(radius: float) -> tuple[list[int], list[str]]:
    log: list[str] = []
    circle = Circle(radius, log)
    circle.points.append(7)
    circle.points.append(8)
    return circle.points, log


@compile()
def set_over(radius: float) -> tuple[float, list[str]]:
    log: list[str] = []
    circle = Circle(radius, log)
    circle.area = 1.5
    return circle.area, log


@compile()
def overridden(radius: float) -> float:
    return Ball(radius, []).twice


@compile()
def of_a_dataclass(words: list[str]) -> tuple[str, str, bool]:
    text = Text(words)
    for _ in range(3):
        text.longest
    return f"{text.longest}", repr(text), text == Text(words)


@compile()
def of_each(count: int) -> list[float]:
    log: list[str] = []
    circles = [Circle(float(i), log) for i in range(count)]
    return [circle.area for circle in circles] + [circle.area for circle in circles] + [float(len(log))]


@compile()
def raises(n: int) -> list[str]:
    class_log: list[str] = []
    failing = Failing(n, class_log)
    for _ in range(2):
        try:
            class_log.append(str(failing.inverse))
        except ZeroDivisionError as error:
            class_log.append(str(error))
    return class_log


class Failing:
    def __init__(self, n: int, log: list[str]):
        self.n = n
        self.log = log

    @cached_property
    def inverse(self) -> float:
        self.log.append("tried")
        return 1 / self.n


SHARED = Text(["a", "bbb"])


@compile()
def captured(n: int) -> str:
    return f"{Plain.limit} {GLOBAL.double} {GLOBAL.double + n}"


class Plain:
    limit = 3

    def __init__(self, n: int):
        self.n = n

    @cached_property
    def double(self) -> int:
        return self.n * 2


GLOBAL = Plain(4)

CASES = {
    "once": [(1.0,), (0.5,)],
    "kept_list": [(2.0,)],
    "set_over": [(2.0,)],
    "overridden": [(2.0,)],
    "of_a_dataclass": [([],), (["a", "bcd", "xy"],)],
    "of_each": [(0,), (3,)],
    "raises": [(0,), (4,)],
    "captured": [(3,)],
}
