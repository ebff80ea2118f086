"""Containers that a call or an operator makes and into which values of other types are put later."""

from hotforge import compile


@compile()
def copied(a: list[int]) -> list[int | str]:
    b = a.copy()
    b.append("x")
    return b


@compile()
def sliced(a: list[int]) -> list[int | str]:
    b = a[1:]
    b.append("x")
    return b


@compile()
def in_order(a: list[int]) -> list[int | None]:
    b = sorted(a)
    b.append(None)
    return b


@compile()
def united_table(a: dict[str, int]) -> dict[str, int | str]:
    b = a | {"k": 2}
    b["x"] = "y"
    return b


@compile()
def united(a: set[int]) -> list[str]:
    b = a | {3}
    b.add("y")
    return sorted(map(str, b))


@compile()
def concatenated(a: list[int]) -> list[int | str]:
    b = a + [3]
    b.append("y")
    return b


@compile()
def copied_table(a: dict[str, int]) -> dict[str, int | str]:
    b = a.copy()
    b["x"] = "y"
    return b


@compile()
def union_of(a: set[int]) -> list[str]:
    b = a.union({3})
    b.add("y")
    return sorted(map(str, b))


@compile()
def words(a: str) -> list[str | int]:
    b = a.split()
    b.append(3)
    return b


@compile()
def rows(a: list[list[int]]) -> list[list[int | str]]:
    b = [row[:] for row in a]
    for row in b:
        row.append("x")
    return b


@compile()
def halves(a: list[int]) -> list[float]:
    b = a[:]
    for i in range(len(b)):
        b[i] = b[i] / 2
    return b


@compile()
def mixed_table(a: dict[str, int]) -> dict[str, int | str]:
    return a | {"x": "y"}


@compile()
def mixed_set(a: set[int]) -> list[str]:
    return sorted(str(x) for x in a | {"x"})


@compile()
def mixed_list(a: list[int]) -> list[int | str]:
    return a + ["x"]


@compile()
def in_place(a: dict[str, int]) -> dict[str, int | str]:
    b = dict(a)
    b |= {"x": "y"}
    return b


@compile()
def replaced(a: list[int]) -> list[int | str]:
    b = a[:]
    b[1:2] = ["x", "y"]
    return b


@compile()
def common(a: set[int]) -> list[str]:
    b = a & {3, 4}
    b.add("y")
    b |= {2.5}
    c = b - {3}
    c.add(None)
    return sorted(map(str, c))


@compile()
def of_both(first: dict[str, int], second: dict[int, float]) -> list[str]:
    both = {**first, **second}
    both.update({None: "none"})
    return [f"{key!r}: {value!r}" for key, value in both.items()]


@compile()
def aliased(table: dict[str, int]) -> list[dict[str, int | str]]:
    """What is changed in place is seen through every name; what is made anew is not."""
    base = dict(table)
    other = base
    base |= {"x": "y"}
    new = base | {"z": 2.5}
    return [base, other, {key: str(value) for key, value in new.items()}]


@compile()
def inner_lists_are_shared(rows: list[list[int]]) -> list[list[int | None]]:
    original = [list(row) for row in rows]
    copied = original[:]
    copied.append([])
    for row in copied:
        row.append(None)
    return original + copied


@compile()
def merged(items: list[int]) -> list[int | str]:
    """A function that calls itself with slices of what it is given."""
    if len(items) < 2:
        ends = items[:]
        ends.append("end")
        return ends
    middle = len(items) // 2
    return merged(items[:middle]) + merged(items[middle:])


@compile()
def order_of_evaluation(items: list[int]) -> list[int | str]:
    seen: list[str] = []

    def left() -> list[int]:
        seen.append("left")
        return items

    def right() -> list[str]:
        seen.append("right")
        return seen

    return left() + right()


CASES = {
    "copied": [([1, 2],), ([],)],
    "sliced": [([1, 2, 3],), ([],), ([-1],)],
    "in_order": [([3, 1, 2],), ([],)],
    "united_table": [({"a": 1, "k": -1},), ({},)],
    "united": [({1, 3},), (set(),)],
    "concatenated": [([1],), ([],)],
    "copied_table": [({"x": 1, "b": 2},), ({},)],
    "union_of": [({1, 3},), (set(),)],
    "words": [("a b",), ("",), ("  é ü ",)],
    "rows": [([[1], [], [2, 3]],), ([],)],
    "halves": [([1, 2, -3],), ([],)],
    "mixed_table": [({"x": 1, "b": 2},), ({},)],
    "mixed_set": [({1, 3},), (set(),)],
    "mixed_list": [([1],), ([],)],
    "in_place": [({"x": 1, "b": 2},), ({},)],
    "replaced": [([1, 2, 3],), ([],)],
    "common": [({1, 3, 4},), (set(),)],
    "of_both": [({"a": 1}, {1: 0.5}), ({}, {})],
    "aliased": [({"x": 1},), ({},)],
    "inner_lists_are_shared": [([[1], []],), ([],)],
    "merged": [([3, 1, 2],), ([],), ([1],)],
    "order_of_evaluation": [([1],), ([],)],
}
