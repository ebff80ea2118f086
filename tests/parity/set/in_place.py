"""Sets changed in place, and methods with any number of arguments."""

from hotforge import compile


@compile()
def operators(a: set[int], b: set[int]) -> list[list[int]]:
    results = []
    c = a.copy()
    c |= b
    results.append(sorted(c))
    c = a.copy()
    c &= b
    results.append(sorted(c))
    c = a.copy()
    c -= b
    results.append(sorted(c))
    c = a.copy()
    d = c
    c ^= frozenset(b)
    results.append(sorted(c))
    results.append(sorted(d))
    return results


@compile()
def methods(a: set[int], b: list[int], c: list[int]) -> list[list[int]]:
    kept = a.copy()
    kept.intersection_update(b)
    lost = a.copy()
    lost.difference_update(b, c)
    either = a.copy()
    either.symmetric_difference_update(b)
    grown = a.copy()
    grown.update(b, c)
    grown.update()
    return [sorted(kept), sorted(lost), sorted(either), sorted(grown)]


@compile()
def many(a: set[int], b: list[int], c: set[int]) -> list[list[int]]:
    return [sorted(a.union(b, c)), sorted(a.union()), sorted(a.intersection(b, c)), sorted(a.difference(b, c)), sorted(frozenset(a).union(b, c))]


@compile()
def drained(items: set[int]) -> int:
    total = 0
    while items:
        total += items.pop()
    return total


@compile()
def pop_one(items: set[str]) -> str:
    return items.pop()


CASES = {
    "operators": [({1, 2, 3}, {2, 3, 4}), (set(), {1}), ({1}, set())],
    "methods": [({1, 2, 3}, [2, 9], [3]), (set(), [1, 1], [])],
    "many": [({1, 2, 3}, [2, 4], {2, 5}), (set(), [], set())],
    "drained": [({1, 2, 3},), (set(),)],
    "pop_one": [({"a"},), (set(),)],
}
