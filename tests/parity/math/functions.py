"""Functions of math, with domain and range errors."""

import math

from hotforge import compile

TOLERANCE = "2 ulp"


@compile()
def sqrt(x: float) -> float:
    return math.sqrt(x)


@compile()
def log(x: float) -> list[float]:
    return [math.log(x), math.log2(x), math.log10(x)]


@compile()
def exp(x: float) -> float:
    return math.exp(x)


@compile()
def circle(x: float) -> list[float]:
    return [math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.tanh(x)]


@compile()
def arc(x: float) -> tuple[float, float]:
    return math.asin(x), math.acos(x)


@compile()
def power(x: float, y: float) -> float:
    return math.pow(x, y)


@compile()
def of_int(n: int) -> list[float]:
    return [math.sqrt(n), math.log1p(n), math.atan2(n, 2), math.hypot(n, 3.0)]


CASES = {
    "sqrt": [(2.0,), (0.0,), (-0.0,), (-1.0,), (float("inf"),), (float("nan"),)],
    "log": [(8.0,), (0.5,), (0.0,), (-1.0,), (float("inf"),), (5e-324,)],
    "exp": [(1.0,), (710.0,), (-750.0,), (float("-inf"),), (float("nan"),)],
    "circle": [(0.5,), (1e6,), (-0.0,)],
    "arc": [(0.5,), (1.0,), (1.5,), (-1.0,)],
    "power": [(2.0, 10.0), (0.0, -1.0), (-8.0, 1 / 3), (1e200, 2.0), (1.0, float("nan"))],
    "of_int": [(0,), (5,)],
}
