"""chain, accumulate, compress, pairwise, starmap, zip_longest, tee, and the filters."""

import operator
from itertools import (
    accumulate,
    chain,
    compress,
    dropwhile,
    filterfalse,
    pairwise,
    starmap,
    takewhile,
    tee,
    zip_longest,
)

from hotforge import compile


@compile()
def chained(a: list[int], b: list[int]) -> list[int]:
    return list(chain(a, range(2), b, (7, 8)))


@compile()
def flat(rows: list[list[str]]) -> list[str]:
    return list(chain.from_iterable(rows)) + [x for x in chain(*(rows[0], rows[-1]))] if rows else []


@compile()
def characters(words: list[str]) -> str:
    return "".join(sorted(set(chain.from_iterable(words))))


@compile()
def mixed(a: list[int], b: list[float]) -> list[str]:
    return [str(x) for x in chain(a, b, ["end"])]


@compile()
def totals(items: list[int], start: int) -> list[list[int]]:
    return [
        list(accumulate(items)),
        list(accumulate(items, max)),
        list(accumulate(items, operator.mul)),
        list(accumulate(items, lambda a, b: a * 2 + b)),
        list(accumulate(items, initial=start)),
        list(accumulate(items, lambda a, b: a - b, initial=start)),
    ]


@compile()
def float_totals(items: list[float]) -> list[float]:
    return list(accumulate(items)) + list(accumulate(items, initial=0.5))


@compile()
def prefixes(words: list[str]) -> list[str]:
    return list(accumulate(words))


@compile()
def widening(items: list[int]) -> list[str]:
    return [repr(x) for x in accumulate(items, lambda a, b: (a + b) / 2)]


@compile()
def zero_division(items: list[int]) -> list[int]:
    return list(accumulate(items, lambda a, b: a // b))


@compile()
def picked(words: list[str], flags: list[bool], numbers: list[int]) -> list[str]:
    return list(compress(words, flags)) + list(compress(words, [n > 0 for n in numbers]))


@compile()
def steps(items: list[int]) -> list[int]:
    return [b - a for a, b in pairwise(items)]


@compile()
def powers(pairs: list[tuple[int, int]]) -> list[int]:
    return list(starmap(lambda a, b: a * 10 + b, pairs)) + list(starmap(max, pairs))


@compile()
def longest(a: list[int], b: list[str]) -> list[str]:
    return [f"{x}{y}" for x, y in zip_longest(a, b)] + [f"{x}{y}" for x, y in zip_longest(a, b, fillvalue="?")]


@compile()
def longest_sum(a: list[int], b: list[int], c: list[int]) -> list[int]:
    return [x + y + z for x, y, z in zip_longest(a, b, c, fillvalue=0)]


@compile()
def split_at(items: list[int], limit: int) -> tuple[list[int], list[int], list[int]]:
    odd = filterfalse(lambda x: x % 2 == 0, items)
    small = list(takewhile(lambda x: x < limit, items))
    return small, list(dropwhile(lambda x: x < limit, items)), list(odd)


@compile()
def truthy(items: list[str]) -> list[list[str]]:
    return [list(takewhile(len, items)), list(dropwhile(lambda s: s.strip(), items)), list(filterfalse(bool, items))]


@compile()
def teed(items: list[int]) -> list[int]:
    a, b = tee(items)
    out = []
    for x in a:
        out.append(x)
        if x % 2:
            out.append(next(b, -1) * 10)
    return out + list(b)


@compile()
def test_raises(items: list[int]) -> list[int]:
    return list(takewhile(lambda x: 10 // x > 0, items))


@compile()
def order_of_calls(items: list[int]) -> list[str]:
    log = []

    def small(x: int) -> bool:
        log.append(f"t{x}")
        return x < 3

    for x in filterfalse(small, map(lambda x: x + 1, items)):
        log.append(f"got{x}")
    return log


CASES = {
    "chained": [([1], [2, 3]), ([], [])],
    "flat": [([["a", "b"], [], ["c"]],), ([[]],), ([],)],
    "characters": [(["hello", "world"],), ([],), ([""],)],
    "mixed": [([1], [2.5]), ([], [])],
    "totals": [([3, 1, 2], 10), ([], 5), ([7], -1), ([2**62, 2**62], 0), ([-1, -2], 0)],
    "float_totals": [([0.1, 0.2, 0.3],), ([],), ([float("inf"), float("-inf")],)],
    "prefixes": [(["a", "b", "é"],), ([],)],
    "widening": [([1, 2, 3],), ([5],), ([],)],
    "zero_division": [([9, 2, 2],), ([1, 0, 5],), ([0],)],
    "picked": [(["a", "b", "c"], [True, False, True], [1, 0]), ([], [True], [1]), (["a"], [], [])],
    "steps": [([1, 4, 9],), ([1],), ([],)],
    "powers": [([(1, 2), (3, 4)],), ([],)],
    "longest": [([1, 2], ["a"]), ([], ["x", "y"]), ([], [])],
    "longest_sum": [([1, 2], [3], [4, 5, 6]), ([], [], []), ([2**63 - 1], [1], [])],
    "split_at": [([1, 2, 5, 1], 3), ([], 0), ([9, 1], 5), ([1, 2], 9)],
    "truthy": [(["a", "", "b", " "],), ([],)],
    "teed": [([1, 2, 3, 4, 5],), ([],), ([2],)],
    "test_raises": [([1, 2],), ([5, 0],), ([20, 0],)],
    "order_of_calls": [([1, 2, 3],), ([],)],
}
