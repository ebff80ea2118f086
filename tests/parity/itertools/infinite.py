"""count, cycle, repeat, and what takes a part of them."""

import itertools
from itertools import count, cycle, islice, repeat, takewhile

from hotforge import compile


@compile()
def counted(start: int, step: int, n: int) -> list[int]:
    return list(islice(count(start, step), n))


@compile()
def counted_floats(start: float, step: float, n: int) -> list[float]:
    return list(islice(count(start, step), n))


@compile()
def numbered(words: list[str]) -> list[tuple[int, str]]:
    return list(zip(count(1), words))


@compile()
def around(items: list[str], n: int) -> list[str]:
    return list(islice(cycle(items), n))


@compile()
def repeated(word: str, times: int) -> str:
    return "-".join(repeat(word, times)) + "".join(islice(repeat(word), 2))


@compile()
def squares(limit: int) -> list[int]:
    return list(takewhile(lambda x: x < limit, (n * n for n in count())))


@compile()
def sliced(items: list[int], start: int, stop: int, step: int) -> list[int]:
    return list(islice(items, start, stop, step))


@compile()
def open_slices(items: list[int], n: int) -> list[list[int]]:
    return [list(islice(items, n, None)), list(islice(items, None)), list(islice(items, None, None, 2)), list(islice(items, n))]


@compile()
def rest(items: list[int], n: int) -> tuple[list[int], list[int]]:
    iterator = iter(items)
    first = list(islice(iterator, n))
    return first, list(iterator)


@compile()
def rest_of_steps(items: list[int], stop: int) -> tuple[list[int], list[int]]:
    iterator = iter(items)
    first = list(islice(iterator, 0, stop, 3))
    return first, list(iterator)


@compile()
def chunks(items: list[int], n: int) -> list[list[int]]:
    iterator = iter(items)
    out = []
    while True:
        chunk = list(islice(iterator, n))
        if not chunk:
            return out
        out.append(chunk)


@compile()
def overflow(n: int) -> int:
    total = 0
    for number in itertools.count(n):
        total = number
        if number % 7 == 0:
            break
    return total


@compile()
def kept(n: int) -> list[int]:
    numbers = count(n, -3)
    a = next(numbers)
    b = next(numbers)
    return [a, b, next(numbers)]


CASES = {
    "counted": [(5, 3, 4), (0, 0, 3), (-1, -1, 2), (0, 1, 0), (1, 1, -1)],
    "counted_floats": [(0.5, 0.1, 5), (1e308, 1e308, 3), (0.0, -0.0, 2)],
    "numbered": [(["a", "b"],), ([],)],
    "around": [(["a", "b", "c"], 7), ([], 5), (["x"], 0)],
    "repeated": [("ab", 3), ("x", 0), ("", -2)],
    "squares": [(30,), (0,), (1,)],
    "sliced": [([1, 2, 3, 4, 5], 1, 4, 2), ([1, 2], 0, 10, 1), ([], 0, 0, 1), ([1], 0, 1, 0), ([1], -1, 1, 1), ([1], 0, -1, 1), ([1, 2, 3], 2, 1, 1)],
    "open_slices": [([1, 2, 3], 1), ([], 0), ([1], 5)],
    "rest": [([1, 2, 3], 2), ([1], 5), ([], 0)],
    "rest_of_steps": [([1, 2, 3, 4, 5, 6, 7, 8], 5), ([1, 2, 3, 4, 5, 6], 4), ([1], 9)],
    "chunks": [([1, 2, 3, 4, 5], 2), ([], 3), ([1], 0)],
    "overflow": [(5,), (2**63 - 3,), (2**63 - 1,)],
    "kept": [(10,), (-(2**63) + 5,)],
}
