"""Tuples, ranges and slices as objects: counting, finding, repeating, bounds."""

from hotforge import compile


@compile()
def found(items: tuple[int, ...], value: int) -> list[int]:
    return [items.count(value), items.index(value), (3, value, 3).index(3, 1)]


@compile()
def found_after(items: tuple[int, ...], value: int, start: int, stop: int) -> int:
    return items.index(value, start, stop)


@compile()
def repeated(items: tuple[int, ...], count: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    return items * count, count * items, items + (1, 2)


@compile()
def ranged(start: int, stop: int, step: int) -> tuple[int, int, int, list[int], int]:
    numbers = range(start, stop, step)
    return numbers.start, numbers.stop, numbers.step, list(numbers[1::2]), numbers.count(4)


@compile()
def place(stop: int, value: int) -> int:
    return range(stop).index(value)


@compile()
def list_times(items: list[int], count: int) -> list[int]:
    same = items
    items *= count
    same.append(0)
    return items


CASES = {
    "found": [((1, 2, 1), 1), ((), 1), ((1,), 3)],
    "found_after": [((1, 2, 1), 1, 1, 3), ((1, 2, 1), 1, 1, 2), ((1, 2), 1, -5, 9)],
    "repeated": [((1, 2), 2), ((), 3), ((1,), -1), ((1,), 0)],
    "ranged": [(0, 10, 2), (10, 0, -3), (4, 4, 1), (0, 5, 0)],
    "place": [(5, 3), (5, 5), (0, 0)],
    "list_times": [([1, 2], 2), ([1], 0), ([1], -1)],
}
