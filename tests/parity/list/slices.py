"""Slices of lists: negative bounds and steps, assignment of elements."""

from hotforge import compile


@compile()
def part(items: list[int], start: int, stop: int, step: int) -> list[int]:
    return items[start:stop:step]


@compile()
def open_ends(items: list[int]) -> list[list[int]]:
    return [items[1:], items[:-1], items[::-1], items[-2:], items[::3], items[:], items[10:], items[-10:2]]


@compile()
def element(items: list[float], index: int) -> float:
    return items[index]


@compile()
def assign(items: list[int], index: int, value: int) -> list[int]:
    items[index] = value
    items[-1] += 10
    return items


@compile()
def halves(items: list[int]) -> tuple[list[int], list[int]]:
    middle = len(items) // 2
    return items[:middle], items[middle:]


CASES = {
    "part": [([0, 1, 2, 3, 4], 1, 4, 2), ([0, 1, 2, 3, 4], 4, 0, -1), ([0, 1, 2, 3, 4], -1, -6, -2), ([0, 1, 2], 0, 3, 0), ([], 0, 5, 1), ([1, 2, 3], 9223372036854775807, -9223372036854775808, -1)],
    "open_ends": [([],), ([1],), ([1, 2, 3, 4, 5],)],
    "element": [([1.5, 2.5], -1), ([1.5], 1), ([], 0), ([1.0], -2)],
    "assign": [([1, 2, 3], 0, 9), ([1, 2, 3], -1, 9), ([1], 1, 9)],
    "halves": [([1, 2, 3],), ([],)],
}
