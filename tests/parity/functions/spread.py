"""`f(*items)` of a length that is known only at run time."""

import itertools
import os.path

from hotforge import compile


def count(*items: int) -> int:
    return len(items)


def joined(first: str, *rest: str, sep: str = "-") -> str:
    return first + sep + sep.join(rest)


def total(*numbers: float, scale: float = 1.0) -> float:
    result = 0.0
    for number in numbers:
        result += number
    return result * scale


def outer(*items: int) -> int:
    return count(*items, 1) + count(*items)


def note(log: list[str], text: str) -> str:
    log.append(text)
    return text


class Box:
    def __init__(self, *items: int) -> None:
        self.items = list(items)

    def put(self, *more: int) -> int:
        self.items.extend(more)
        return len(self.items)


@compile()
def of_lists(items: list[int]) -> tuple[int, int, int, int]:
    return count(*items), count(1, *items), count(*items, *items, 2), outer(*items)


@compile()
def with_fixed(items: list[str]) -> list[str]:
    return [joined("a", *items), joined("a", *items, sep="+"), joined("x", "y", *items)]


@compile()
def of_iterables(text: str, n: int) -> list[str]:
    return [joined("_", *text), str(count(*range(n))), str(total(*[0.5] * n, scale=2.0)), joined("g", *(c for c in text))]


@compile()
def order(items: list[str]) -> list[str]:
    log: list[str] = []
    joined(note(log, "first"), *[note(log, item) for item in items], note(log, "last"), sep=note(log, "sep"))
    return log


@compile()
def methods(items: list[int]) -> tuple[list[int], int]:
    box = Box(*items)
    size = box.put(*items, 5)
    return box.items, size


@compile()
def columns(rows: list[list[int]]) -> list[list[int]]:
    return [list(column) for column in zip(*rows)]


@compile()
def pairs(rows: list[tuple[float, float]]) -> list[list[float]]:
    if not rows:
        return []
    xs, ys = zip(*rows)
    return [list(xs), list(ys)]


@compile()
def turned(rows: list[list[int]]) -> list[list[int]]:
    return [list(row) for row in zip(*rows[::-1])]


@compile()
def too_few(rows: list[tuple[int, int]]) -> list[int]:
    xs, ys = zip(*rows)
    return list(xs) + list(ys)


@compile()
def mixed_columns(rows: list[tuple[int, str]]) -> list[str]:
    return [str(column) for column in zip(*rows)]


@compile()
def with_others(names: list[str], rows: list[list[str]]) -> list[list[str]]:
    return [list(column) for column in zip(names, *rows)]


@compile()
def chained(rows: list[list[int]]) -> list[int]:
    return list(itertools.chain(*rows)) + list(itertools.chain([0], *rows))


@compile()
def products(rows: list[list[int]]) -> list[list[int]]:
    return [list(choice) for choice in itertools.product(*rows)]


@compile()
def paths(parts: list[str]) -> str:
    return os.path.join("root", *parts)


ROWS = [([],), ([[]],), ([[1, 2, 3], [4, 5, 6]],), ([[1, 2], [3]],), ([[1]],), ([[1], []],)]
CASES = {
    "of_lists": [([],), ([1],), ([1, 2, 3],)],
    "with_fixed": [([],), (["b"],), (["b", "", "é"],)],
    "of_iterables": [("", 0), ("añb", 3)],
    "order": [([],), (["p", "q"],)],
    "methods": [([],), ([3, 4],)],
    "columns": ROWS,
    "pairs": [([],), ([(1.0, 2.0)],), ([(1.0, 2.0), (-0.0, 3.5)],)],
    "turned": ROWS,
    "too_few": [([],), ([(1, 2), (3, 4)],)],
    "mixed_columns": [([],), ([(1, "a"), (2, "b")],)],
    "with_others": [([], []), (["a", "b"], [["c", "d"], ["e"]]), (["a"], [])],
    "chained": ROWS,
    "products": ROWS,
    "paths": [([],), (["a", "b"],), (["/abs", "x"],), ([""],)],
}
