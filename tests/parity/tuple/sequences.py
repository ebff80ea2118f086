"""Tuples of any length."""

from hotforge import compile


@compile()
def of_list(items: list[int]) -> tuple[int, ...]:
    return tuple(items)


@compile()
def total(items: tuple[float, ...]) -> float:
    result = 0.0
    for item in items:
        result += item
    return result


@compile()
def part(items: tuple[int, ...]) -> tuple[int, ...]:
    return items[1:]


CASES = {
    "of_list": [([1, 2],), ([],)],
    "total": [((1.5, 2.5),), ((),)],
    "part": [((1, 2, 3),), ((),)],
}
