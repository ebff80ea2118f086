"""Methods of list that change it, and their errors."""

from hotforge import compile


@compile()
def grow(items: list[int]) -> list[int]:
    items.append(1)
    items.extend([2, 3])
    items.insert(0, 9)
    items.insert(100, 8)
    items.insert(-1, 7)
    items += [5]
    items.extend(range(3))
    return items


@compile()
def pop(items: list[int], index: int) -> tuple[int, list[int]]:
    last = items.pop(index)
    return last, items


@compile()
def pop_last(items: list[str]) -> str:
    return items.pop()


@compile()
def remove(items: list[int], value: int) -> list[int]:
    items.remove(value)
    return items


@compile()
def find(items: list[int], value: int) -> tuple[int, int]:
    return items.count(value), items.index(value)


@compile()
def turn(items: list[int]) -> tuple[list[int], list[int]]:
    other = items.copy()
    items.reverse()
    other.clear()
    return items, other


CASES = {
    "grow": [([],), ([4, 5, 6],)],
    "pop": [([1, 2, 3], 0), ([1, 2, 3], -1), ([1, 2, 3], 3), ([1, 2, 3], -4), ([], 0)],
    "pop_last": [(["a", "b"],), ([],)],
    "remove": [([1, 2, 1], 1), ([1, 2], 3), ([], 0)],
    "find": [([1, 2, 1], 1), ([1, 2], 3)],
    "turn": [([1, 2, 3],), ([],)],
}
