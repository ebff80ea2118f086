"""Defaults that are more than a literal: arithmetic and names that the module binds once."""

import math
from math import pi as circle

from hotforge import compile as predictor

SIZE = 4
TWICE = SIZE * 2
PAIR = (SIZE, -1.5)
GREETING = "hello" + ", " + "world"


@predictor()
def powers(n: int = 10**6, scale: float = 1 / 1000, shift: int = 1 << 5, negative: int = -SIZE) -> str:
    return f"{n} {scale!r} {shift} {negative}"


@predictor()
def named(size: int = TWICE, angle: float = 2 * math.pi, half: float = circle / 2, text: str = GREETING) -> str:
    return f"{size} {angle!r} {half!r} {text}"


def _helper(value: int = TWICE + 1, pair: tuple[int, float] = PAIR) -> str:
    return f"{value} {pair}"


@predictor()
def through_helper(value: int) -> str:
    return _helper() + _helper(value) + _helper(pair=(value, 0.5))


CASES = {
    "powers": [(), (1,), (1, 2.5), (1, 2.5, 3), (1, 2.5, 3, 4)],
    "named": [(), (1,), (1, 0.0, -0.0, "x")],
    "through_helper": [(0,), (-7,)],
}
