"""What takes the truth of values, and forms with keywords."""

import itertools

from hotforge import compile


@compile()
def compressed(items: list[str], selectors: list[int]) -> list[str]:
    return list(itertools.compress(items, selectors))


@compile()
def compressed_by_text(items: list[int], selectors: list[str]) -> list[int]:
    return list(itertools.compress(data=items, selectors=selectors))


@compile()
def compressed_by_bools(items: list[int]) -> list[int]:
    return list(itertools.compress(items, [item > 1 for item in items]))


@compile()
def falsy(items: list[str]) -> list[str]:
    return list(itertools.filterfalse(None, items))


@compile()
def falsy_by(items: list[int]) -> list[int]:
    return list(itertools.filterfalse(lambda item: item % 2, items))


@compile()
def joined(items: list[tuple[int, ...]]) -> list[int]:
    return list(sum(items, ()))


@compile()
def joined_pairs(n: int) -> int:
    return len(sum([(1, n), (n, 2)], ()))


CASES = {
    "compressed": [([], []), (["a", "b", "c"], [1, 0, -1]), (["a"], []), ([], [1])],
    "compressed_by_text": [([1, 2, 3], ["", "x", "0"])],
    "compressed_by_bools": [([],), ([0, 1, 2, 3],)],
    "falsy": [([],), (["", "a", " "],)],
    "falsy_by": [([],), ([0, 1, 2, -3],)],
    "joined": [([],), ([(1,), (), (2, 3)],)],
    "joined_pairs": [(4,)],
}
