"""Helpers with defaults and keywords, and calls of calls."""

from hotforge import compile


def scale(value: float, factor: float = 2.0, *, offset: float = 0.0) -> float:
    return value * factor + offset


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, value))


@compile()
def combinations(x: float) -> list[float]:
    return [scale(x), scale(x, 3.0), scale(x, factor=0.5), scale(factor=4.0, value=x), scale(x, offset=1.0), scale(offset=2.0, value=x, factor=-1.0)]


@compile()
def nested(x: float) -> float:
    return clamp(scale(clamp(x), offset=-0.5), high=0.75)


def describe(value, label="item"):
    return f"{label}: {value}"


@compile()
def by_signature(n: int, s: str, items: list[float]) -> list[str]:
    return [describe(n), describe(s, "text"), describe(items, label="items")]


@compile()
def defaulted(text: str, times: int = 2, sep: str = "-") -> str:
    return sep.join([text] * times)


CASES = {
    "combinations": [(1.5,)],
    "nested": [(0.6,), (-1.0,), (5.0,)],
    "by_signature": [(1, "x", [0.5])],
    "defaulted": [("a",), ("a", 3), ("a", 0, "+")],
}
