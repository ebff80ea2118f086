"""Comparison with NaN, infinities, and ints that no float can hold."""

from hotforge import compile


@compile()
def floats(a: float, b: float) -> list[bool]:
    return [a == b, a != b, a < b, a <= b, a > b, a >= b]


@compile()
def with_int(a: int, b: float) -> list[bool]:
    return [a == b, a < b, a > b, b <= a, b != a]


@compile()
def extremes(values: list[float]) -> tuple[float, float]:
    return min(values), max(values)


@compile()
def ordered(values: list[float]) -> list[float]:
    return sorted(values)


CASES = {
    "floats": [(1.0, 1.0), (0.0, -0.0), (float("nan"), float("nan")), (float("nan"), 1.0), (float("-inf"), float("inf"))],
    "with_int": [(1, 1.0), (9007199254740993, 9007199254740992.0), (9223372036854775807, 9223372036854775808.0), (0, float("nan")), (5, float("inf")), (-5, float("-inf"))],
    "extremes": [([1.5, -2.5, 3.0],), ([float("nan"), 1.0],), ([1.0, float("nan")],), ([0.0, -0.0],), ([-0.0, 0.0],), ([],)],
    "ordered": [([3.0, 1.0, 2.0],), ([float("nan"), 2.0, 1.0],), ([2.0, float("nan"), 1.0],), ([0.0, -0.0, 0.0],)],
}
