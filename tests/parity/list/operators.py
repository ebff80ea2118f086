"""Concatenation, repetition, membership, comparison."""

from hotforge import compile


@compile()
def combine(a: list[int], b: list[int]) -> list[list[int]]:
    return [a + b, a * 2, 3 * b, a * 0, a * -1]


@compile()
def compare(a: list[int], b: list[int]) -> list[bool]:
    return [a == b, a != b, a < b, a <= b, a > b, a >= b]


@compile()
def contains(items: list[str], item: str) -> tuple[bool, bool]:
    return item in items, item not in items


@compile()
def nan_identity(value: float) -> list[bool]:
    items = [value]
    return [items == [value], value in items, value == value]


@compile()
def show(items: list[float], names: list[str]) -> str:
    return f"{items} {names!r} {[items, items]}"


CASES = {
    "combine": [([1], [2, 3]), ([], [])],
    "compare": [([1, 2], [1, 2]), ([1, 2], [1, 3]), ([1], [1, 0]), ([], [0]), ([2], [1, 9])],
    "contains": [(["a", "b"], "b"), ([], "x"), (["ab"], "a")],
    "nan_identity": [(1.5,)],
    "show": [([1.0, float("nan")], ["a'b"]), ([], [])],
}
