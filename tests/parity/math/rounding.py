"""floor, ceil, trunc, and the predicates."""

import math

from hotforge import compile


@compile()
def to_ints(x: float) -> list[int]:
    return [math.floor(x), math.ceil(x), math.trunc(x)]


@compile()
def predicates(x: float) -> list[bool]:
    return [math.isnan(x), math.isinf(x), math.isfinite(x)]


@compile()
def close(a: float, b: float) -> tuple[bool, bool]:
    return math.isclose(a, b), math.isclose(a, b, rel_tol=0.1)


@compile()
def integers(a: int, b: int) -> tuple[int, int]:
    return math.gcd(a, b), math.lcm(a, b)


@compile()
def factorial(n: int) -> int:
    return math.factorial(n)


@compile()
def root(n: int) -> int:
    return math.isqrt(n)


@compile()
def constants() -> list[float]:
    return [math.pi, math.e, math.inf, -math.inf, math.tau]


@compile()
def parts(x: float, y: float) -> list[float]:
    return [math.fmod(x, y), math.copysign(x, y), math.fabs(x)]


@compile()
def exact_sum(items: list[float]) -> float:
    return math.fsum(items)


CASES = {
    "to_ints": [(1.5,), (-1.5,), (0.0,), (1e15,), (float("nan"),), (float("inf"),)],
    "predicates": [(1.0,), (float("nan"),), (float("-inf"),)],
    "close": [(1.0, 1.0 + 1e-12), (1.0, 1.05), (float("inf"), float("inf")), (float("nan"), float("nan")), (0.0, 1e-300)],
    "integers": [(12, 18), (0, 0), (-4, 6), (7, 0)],
    "factorial": [(0,), (5,), (20,), (-1,)],
    "root": [(0,), (24,), (25,), (9223372036854775807,), (-1,)],
    "constants": [()],
    "parts": [(7.5, -2.0), (-7.5, 2.0), (1.0, 0.0), (float("inf"), 1.0)],
    "exact_sum": [([0.1] * 10,), ([1e16, 1.0, -1e16],), ([],)],
}
