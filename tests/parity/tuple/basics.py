"""Tuples: indexing, unpacking, comparison, text."""

from hotforge import compile


@compile()
def swap(a: int, b: str) -> tuple[str, int]:
    a, b = b, a
    return a, b


@compile()
def starred(items: list[int]) -> tuple[int, list[int], int]:
    first, *middle, last = items
    return first, middle, last


@compile()
def nested(x: int) -> list[int]:
    (a, (b, c)), d = (x, (x + 1, x + 2)), x + 3
    return [a, b, c, d]


@compile()
def exact(items: list[int]) -> int:
    a, b, c = items
    return a * 100 + b * 10 + c


@compile()
def compare(a: tuple[int, str], b: tuple[int, str]) -> list[bool]:
    return [a == b, a < b, a <= b, a > b]


@compile()
def show(x: int, y: float, s: str) -> list[str]:
    return [str((x,)), str((x, y, s)), repr(((x, y), [s])), str(())]


@compile()
def index(x: int) -> tuple[int, str, int]:
    pair = (x, "label", x * 2)
    return pair[-1], pair[1], len(pair)


CASES = {
    "swap": [(1, "x")],
    "starred": [([1, 2, 3, 4],), ([1, 2],), ([1],)],
    "nested": [(5,)],
    "exact": [([1, 2, 3],), ([1, 2],), ([1, 2, 3, 4],), ([],)],
    "compare": [((1, "a"), (1, "b")), ((1, "a"), (1, "a")), ((2, ""), (1, "z"))],
    "show": [(1, 2.0, "it's")],
    "index": [(7,)],
}
