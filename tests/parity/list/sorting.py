"""sorted and list.sort: stable, with key and reverse."""

from hotforge import compile


@compile()
def numbers(items: list[int]) -> list[list[int]]:
    return [sorted(items), sorted(items, reverse=True)]


@compile()
def by_key(words: list[str]) -> list[str]:
    return sorted(words, key=len)


@compile()
def by_key_reversed(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: word.lower(), reverse=True)


@compile()
def in_place(items: list[float]) -> list[float]:
    items.sort()
    return items


@compile()
def pairs(names: list[str], scores: list[float]) -> list[tuple[str, float]]:
    return sorted(zip(names, scores), key=lambda pair: (-pair[1], pair[0]))


@compile()
def rank(scores: list[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda i: scores[i], reverse=True)


CASES = {
    "numbers": [([3, 1, 2],), ([],), ([1, 1],)],
    "by_key": [(["ccc", "a", "bb", "b", ""],), ([],)],
    "by_key_reversed": [(["b", "A", "a", "B"],)],
    "in_place": [([2.5, -1.0, 0.0],)],
    "pairs": [(["b", "a", "c"], [1.0, 1.0, 2.0]), ([], [])],
    "rank": [([0.5, 0.9, 0.5, 0.1],)],
}
