"""reduce and cmp_to_key; the order of calls and what they raise."""

import functools
import operator
from functools import cmp_to_key, reduce

from hotforge import compile


@compile()
def product(items: list[int]) -> int:
    return reduce(lambda a, b: a * b, items, 1)


@compile()
def without_initial(items: list[int]) -> int:
    return functools.reduce(operator.add, items)


@compile()
def longest(words: list[str]) -> str:
    return reduce(lambda a, b: a if len(a) >= len(b) else b, words)


@compile()
def flattened(rows: list[list[int]]) -> list[int]:
    return reduce(lambda acc, row: acc + row, rows, [])


@compile()
def counted(words: list[str]) -> dict[str, int]:
    def step(counts: dict[str, int], word: str) -> dict[str, int]:
        counts[word] = counts.get(word, 0) + 1
        return counts

    start: dict[str, int] = {}
    return reduce(step, words, start)


@compile()
def mean(items: list[int]) -> str:
    return repr(reduce(lambda total, x: total + x / 2, items, 0))


@compile()
def digits(text: str) -> int:
    return reduce(lambda number, char: number * 10 + int(char), text, 0)


@compile()
def raised(items: list[int]) -> int:
    return reduce(lambda a, b: a // b, items)


@compile()
def scaled(items: list[float], factor: float) -> float:
    return reduce(lambda a, b: a + b * factor, items, 0.0)


@compile()
def bits(items: list[int]) -> tuple[int, int, int]:
    return reduce(operator.or_, items, 0), reduce(operator.xor, items, 0), reduce(operator.and_, items, -1)


def by_length(a: str, b: str) -> int:
    if len(a) != len(b):
        return len(b) - len(a)
    return -1 if a < b else (1 if a > b else 0)


@compile()
def compared(words: list[str]) -> list[list[str]]:
    copy = list(words)
    copy.sort(key=cmp_to_key(by_length))
    return [sorted(words, key=cmp_to_key(by_length)), sorted(words, key=cmp_to_key(by_length), reverse=True), copy]


@compile()
def largest_number(numbers: list[int]) -> str:
    texts = [str(number) for number in numbers]
    ordered = sorted(texts, key=cmp_to_key(lambda a, b: 1 if a + b < b + a else (-1 if a + b > b + a else 0)))
    return "".join(ordered)


@compile()
def extremes(items: list[int]) -> tuple[int, int]:
    backwards = cmp_to_key(lambda a, b: b - a)
    return min(items, key=backwards), max(items, key=backwards)


@compile()
def stable(pairs: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return sorted(pairs, key=cmp_to_key(lambda a, b: a[0] - b[0]), reverse=True)


CASES = {
    "product": [([1, 2, 3],), ([],), ([2**62, 4],)],
    "without_initial": [([1, 2, 3],), ([5],), ([],)],
    "longest": [(["a", "bbb", "cc", "ddd"],), ([],)],
    "flattened": [([[1], [2, 3], []],), ([],)],
    "counted": [(["a", "b", "a"],), ([],)],
    "mean": [([1, 2],), ([],)],
    "digits": [("123",), ("",), ("1x",)],
    "raised": [([100, 5, 2],), ([1, 0],), ([],)],
    "scaled": [([1.0, 2.0], 0.5), ([], 1.0)],
    "bits": [([1, 2, 7],), ([],)],
    "compared": [(["b", "aa", "a", "ccc", "ab"],), ([],)],
    "largest_number": [([3, 30, 34, 5, 9],), ([],), ([10, 1],)],
    "extremes": [([3, 1, 2],), ([7],), ([],)],
    "stable": [([(1, "a"), (2, "b"), (1, "c"), (2, "d")],), ([],)],
}
