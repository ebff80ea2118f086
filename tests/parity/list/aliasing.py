"""Names share a list: a change through one is seen through the other."""

from hotforge import compile


@compile()
def two_names() -> tuple[list[int], list[int]]:
    a = [1, 2]
    b = a
    b.append(3)
    a[0] = 9
    return a, b


@compile()
def rows_shared(n: int) -> list[list[int]]:
    row = [0, 0]
    rows = [row] * n
    row[0] = 1
    return rows


@compile()
def rows_own(n: int) -> list[list[int]]:
    rows = [[0] * 2 for _ in range(n)]
    if rows:
        rows[0][1] = 5
    return rows


@compile()
def augmented_in_place() -> tuple[list[int], list[int]]:
    a = [1]
    b = a
    a += [2]
    a = a + [3]
    return a, b


def push(items: list[int], value: int) -> None:
    items.append(value)


@compile()
def through_a_call() -> list[int]:
    items: list[int] = []
    push(items, 1)
    push(items, 2)
    return items


@compile()
def identity(items: list[int]) -> tuple[bool, bool, bool]:
    same = items
    other = items[:]
    return same is items, other is items, other == items


@compile()
def grow_while_iterating() -> list[int]:
    items = [1, 2, 3]
    for item in items:
        if len(items) < 6:
            items.append(item * 10)
    return items


CASES = {
    "two_names": [()],
    "rows_shared": [(3,), (0,)],
    "rows_own": [(3,), (0,)],
    "augmented_in_place": [()],
    "through_a_call": [()],
    "identity": [([1],), ([],)],
    "grow_while_iterating": [()],
}
