"""Numbers of several types keep the type that `+` gives them."""

import itertools
import operator

from hotforge import compile


@compile()
def totals(values: list[int | float]) -> list[int | float]:
    return list(itertools.accumulate(values))


@compile()
def totals_from(values: list[int | float], first: int) -> list[int | float]:
    return list(itertools.accumulate(values, initial=first))


@compile()
def totals_of_display(n: int) -> list[int | float]:
    return list(itertools.accumulate([1, 2.5, n]))


@compile()
def products(values: list[int | float]) -> list[int | float]:
    return list(itertools.accumulate(values, operator.mul))


@compile()
def biggest(values: list[int | float]) -> list[int | float]:
    return list(itertools.accumulate(values, max))


@compile()
def sums(values: list[int | float]) -> int | float:
    return sum(values)


@compile()
def sums_from(values: list[int | float], start: float) -> int | float:
    return sum(values, start)


@compile()
def sums_of_optional(values: list[int | None]) -> int:
    return sum(value for value in values if value is not None)


@compile()
def floats_from_an_int(values: list[float], start: int) -> list[int | float]:
    return list(itertools.accumulate(values, initial=start))


NUMBERS = [
    ([],),
    ([1],),
    ([1, 2],),
    ([1, 2.5, 3],),
    ([2**53, 1, 1, 0.5],),
    ([0.1, 1, 0.2],),
    ([-0.0, 0],),
    ([2**62, 2**62],),
    ([float("inf"), 1, float("-inf")],),
]
CASES = {
    "totals": NUMBERS,
    "totals_from": [(values, start) for (values,) in NUMBERS for start in (0, -3)],
    "totals_of_display": [(3,), (-1,)],
    "products": NUMBERS,
    "biggest": NUMBERS,
    "sums": NUMBERS,
    "sums_from": [(values, start) for (values,) in NUMBERS for start in (0.0, -0.5)],
    "sums_of_optional": [([],), ([1, None, 3],)],
    "floats_from_an_int": [([], 1), ([0.5, 1.5], 2)],
}
