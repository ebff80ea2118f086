"""Parts and neighbours of floats: exact to the bit."""

import math

from hotforge import compile


@compile()
def parts(x: float) -> tuple[tuple[float, int], tuple[float, float]]:
    return math.frexp(x), math.modf(x)


@compile()
def scaled(x: float, i: int) -> float:
    return math.ldexp(x, i)


@compile()
def neighbours(x: float, y: float) -> tuple[float, float]:
    return math.nextafter(x, y), math.ulp(x)


@compile()
def remainder(x: float, y: float) -> float:
    return math.remainder(x, y)


@compile()
def length(items: list[float]) -> tuple[float, float, float]:
    a, b, c = items
    return math.hypot(a, b), math.hypot(a, b, c), math.hypot(a)


@compile()
def distance(p: list[float], q: list[float]) -> float:
    return math.dist(p, q)


@compile()
def distance_of_tuples(p: tuple[int, int], q: tuple[float, float]) -> tuple[float, float]:
    return math.dist(p, q), math.hypot()


@compile()
def signs(x: float, y: float) -> tuple[float, float, bool, bool]:
    return math.copysign(x, y), math.fabs(x), math.isclose(x, y, rel_tol=0.1), math.isclose(x, y, abs_tol=0.5)


@compile()
def sums(items: list[float]) -> float:
    return math.fsum(items)


SPECIAL = [0.0, -0.0, 1.0, -3.75, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 1e-310, 0.1]

CASES = {
    "parts": [(x,) for x in SPECIAL],
    "scaled": [(x, i) for x in (1.0, -0.75, 5e-324, 1.7976931348623157e308, 0.0, float("inf"), 1.9999999999999998) for i in (0, 1, -1, 1023, 1024, -1074, -1075, 5000, -5000, 2**62)],
    "neighbours": [(x, y) for x in SPECIAL for y in (0.0, 1.0, float("inf"), float("nan"))],
    "remainder": [(5.0, 2.0), (-7.5, 2.0), (5.0, 0.0), (float("inf"), 2.0), (5.0, float("inf")), (float("nan"), 0.0), (3.0, 2.0), (1e300, 3.0)],
    "length": [([3.0, 4.0, 12.0],), ([0.1, 0.2, 0.3],), ([1e308, 1e308, 1e308],), ([5e-324, 5e-324, 0.0],), ([0.0, -0.0, 0.0],), ([float("nan"), float("inf"), 1.0],), ([float("nan"), 1.0, 2.0],), ([1e-200, 1e-201, 1e-200],), ([123.456, 654.321, 1e-8],), ([1.0, 1e-9, 0.333],)],
    "distance": [([1.0, 2.0], [4.0, 6.0]), ([], []), ([1.0], [1.0, 2.0]), ([0.1, 0.2, 0.3], [0.3, 0.2, 0.1]), ([1e308], [-1e308])],
    "distance_of_tuples": [((1, 2), (0.5, 0.25))],
    "signs": [(1.0, -0.0), (-2.0, 2.1), (float("nan"), 1.0), (0.0, 0.4)],
    "sums": [([0.1] * 10,), ([1e308, 1e308, -1e308],), ([1e16, 1.0, -1e16],), ([],), ([float("inf"), float("-inf")],), ([float("nan"), 1.0],)],
}
