"""Generator expressions over calls of the function that they stand in, and such that give no item at all."""

from functools import cache

from hotforge import compile


def total(n: int) -> int:
    return sum(total(k) for k in range(n)) + 1


def words(n: int) -> str:
    return "(" + ",".join(words(k) for k in range(n)) + ")"


def has(tree: dict[int, list[int]], node: int, wanted: int) -> bool:
    return node == wanted or any(has(tree, child, wanted) for child in tree.get(node, []))


def depth(n: int) -> int:
    return max((depth(k) + 1 for k in range(n)), default=0)


def first(n: int) -> int:
    return next((first(k) + 1 for k in range(n) if k % 2 == 0), 0)


def fails(n: int) -> int:
    raise ValueError(f"no {n}")


@compile()
def sums(n: int) -> str:
    return f"{total(n)} {words(n)} {depth(n)} {first(n)}"


@compile()
def search(tree: dict[int, list[int]], wanted: int) -> bool:
    return has(tree, 0, wanted)


@compile()
def chain_order(dims: list[int]) -> int:
    @cache
    def a(i: int, j: int) -> int:
        return min((a(i, k) + dims[i] * dims[k] * dims[j] + a(k, j) for k in range(i + 1, j)), default=0)

    return a(0, len(dims) - 1)


@compile()
def nothing(n: int) -> str:
    try:
        return f"{sum(fails(i) for i in range(n))} {[x for x in (fails(i) for i in range(n))]}"
    except ValueError as error:
        return f"caught {error}"


CASES = {
    "sums": [(0,), (1,), (5,)],
    "search": [({0: [1, 2], 2: [3]}, 3), ({0: [1, 2], 2: [3]}, 5), ({}, 0), ({0: []}, 1)],
    "chain_order": [([10, 20, 30],), ([40, 20, 30, 10, 30],), ([5],), ([1, 2, 3, 4, 5, 6, 7, 8, 9],)],
    "nothing": [(0,), (3,)],
}
