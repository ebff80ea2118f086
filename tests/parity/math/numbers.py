"""Number theory: exact, with CPython's errors; what does not fit 64 bits raises."""

import math

from hotforge import compile


@compile()
def combined(n: int, k: int) -> int:
    return math.comb(n, k)


@compile()
def permuted(n: int, k: int) -> int:
    return math.perm(n, k)


@compile()
def all_permuted(n: int) -> tuple[int, int]:
    return math.perm(n), math.perm(n, None)


@compile()
def common(a: int, b: int, c: int) -> tuple[int, int, int, int, int]:
    return math.gcd(a, b, c), math.lcm(a, b, c), math.gcd(a), math.gcd(), math.lcm()


@compile()
def products(items: list[int], start: int) -> tuple[int, int]:
    return math.prod(items), math.prod(items, start=start)


@compile()
def float_products(items: list[float]) -> str:
    return repr(math.prod(items)) + repr(math.prod(items, start=0.5))


@compile()
def whole(n: int) -> tuple[int, int, int]:
    return math.floor(n), math.ceil(n), math.trunc(n)


@compile()
def rounded(x: float) -> tuple[int, int, int]:
    return math.floor(x), math.ceil(x), math.trunc(x)


@compile()
def roots(n: int) -> int:
    return math.isqrt(n)


CASES = {
    "combined": [(5, 2), (62, 31), (67, 33), (3, 5), (-1, 2), (5, -1), (0, 0), (10**6, 2), (2**63 - 1, 1), (100, 98)],
    "permuted": [(5, 2), (3, 5), (-1, 2), (3, -1), (0, 0), (20, 20), (21, 21), (10**9, 2), (10**9, 3)],
    "all_permuted": [(5,), (-1,), (0,), (25,)],
    "common": [(12, 18, 30), (0, 0, 0), (-4, 6, 2), (-(2**63), 0, 0), (2**62, 3, 5), (7, 0, 3)],
    "products": [([1, 2, 3], 10), ([], 5), ([2**62, 2], 1), ([0, 2**63 - 1], -1)],
    "float_products": [([1.5, 2.0],), ([],), ([1e308, 10.0],), ([-0.0],)],
    "whole": [(10**18 + 1,), (-(2**63),), (0,)],
    "rounded": [(2.5,), (-2.5,), (float("nan"),), (float("inf"),), (1e300,), (-0.5,)],
    "roots": [(10**18,), (2**63 - 1,), (0,), (-1,)],
}
