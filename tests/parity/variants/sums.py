"""Sums of numbers of several types."""

from hotforge import compile


@compile()
def sums(xs: list[int | float | bool]) -> str:
    return f"{sum(xs)!r} {sum(xs, 1.5)!r} {sum(xs[:1])!r}"


CASES = {
    "sums": [([1, 2.5, True],), ([],), ([True, True],), ([1, 2],), ([0.5],), ([False],), ([1, -1.0],), ([0.1, 0.2, 1],)],
}
