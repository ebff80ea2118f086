"""bisect: places in sorted lists, with bounds and keys."""

import bisect
from bisect import bisect_left, bisect_right, insort, insort_left

from hotforge import compile


@compile()
def places(items: list[int], x: int) -> tuple[int, int, int]:
    return bisect_left(items, x), bisect_right(items, x), bisect.bisect(items, x)


@compile()
def bounded(items: list[int], x: int, lo: int, hi: int) -> tuple[int, int]:
    return bisect_left(items, x, lo, hi), bisect_right(items, x, lo=lo, hi=hi)


@compile()
def grade(score: float) -> str:
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


@compile()
def floats(items: list[float], x: int) -> tuple[int, int]:
    return bisect_left(items, x), bisect_right(items, x + 0.5)


@compile()
def words(items: list[str], x: str) -> int:
    return bisect_left(items, x)


@compile()
def by_key(items: list[tuple[str, int]], x: int) -> tuple[int, int]:
    return bisect_left(items, x, key=lambda item: item[1]), bisect_right(items, x, key=lambda item: item[1])


@compile()
def inserted(items: list[int]) -> list[int]:
    out = []
    for item in items:
        insort(out, item)
    insort_left(out, 0)
    return out


@compile()
def inserted_by_key(items: list[tuple[str, int]]) -> list[tuple[str, int]]:
    out = []
    for item in items:
        bisect.insort(out, item, key=lambda pair: pair[1])
    for item in items:
        bisect.insort_left(out, item, key=lambda pair: pair[1])
    return out


@compile()
def longest_rising(items: list[int]) -> int:
    tails = []
    for item in items:
        place = bisect_left(tails, item)
        if place == len(tails):
            tails.append(item)
        else:
            tails[place] = item
    return len(tails)


@compile()
def key_raises(items: list[int], x: int) -> int:
    return bisect_left(items, x, key=lambda item: 100 // item)


CASES = {
    "places": [([1, 2, 2, 3], 2), ([], 1), ([1], 0), ([1], 5)],
    "bounded": [([1, 2, 3, 4], 3, 1, 3), ([1, 2], 0, -1, 2), ([1, 2], 9, 0, 5), ([1, 2, 3], 1, 2, 3), ([1], 1, 3, 2), ([1, 2, 3], 2, 0, -1)],
    "grade": [(59.5,), (60.0,), (95.0,), (float("nan"),)],
    "floats": [([0.5, 1.0, 1.5], 1), ([], 0)],
    "words": [(["a", "b", "d"], "c"), ([], "x"), (["é"], "z")],
    "by_key": [([("a", 1), ("b", 3), ("c", 3)], 3), ([], 1)],
    "inserted": [([3, 1, 2, 0],), ([],)],
    "inserted_by_key": [([("a", 2), ("b", 1), ("c", 2)],), ([],)],
    "longest_rising": [([10, 9, 2, 5, 3, 7, 101, 18],), ([],)],
    "key_raises": [([50, 25, 10], 4), ([0], 1)],
}
