"""Sets: members, operators, comparison. Order is not kept, so results are sorted."""

from hotforge import compile


@compile()
def unique(items: list[int]) -> list[int]:
    return sorted(set(items))


@compile()
def operators(a: list[int], b: list[int]) -> list[list[int]]:
    x, y = set(a), set(b)
    return [sorted(x | y), sorted(x & y), sorted(x - y), sorted(x ^ y)]


@compile()
def compare(a: list[int], b: list[int]) -> list[bool]:
    x, y = set(a), set(b)
    return [x == y, x <= y, x < y, x >= y, x > y, x != y]


@compile()
def change(items: list[str]) -> list[str]:
    seen: set[str] = set()
    for item in items:
        if item in seen:
            seen.discard(item)
        else:
            seen.add(item)
    seen.discard("never")
    return sorted(seen)


@compile()
def remove(items: list[str], item: str) -> int:
    members = set(items)
    members.remove(item)
    return len(members)


@compile()
def first_seen(items: list[str]) -> list[str]:
    seen = set()
    result = []
    for item in items:
        if item not in seen:
            seen.add(item)
            result.append(item)
    return result


@compile()
def empty() -> str:
    members: set[int] = set()
    return f"{members} {len(members)} {bool(members)}"


CASES = {
    "unique": [([3, 1, 3, 2],), ([],)],
    "operators": [([1, 2, 3], [2, 3, 4]), ([], [1])],
    "compare": [([1, 2], [2, 1]), ([1], [1, 2]), ([], []), ([1, 2], [3])],
    "change": [(["a", "b", "a", "c"],), ([],)],
    "remove": [(["a", "b"], "a"), (["a"], "z")],
    "first_seen": [(["b", "a", "b", "c", "a"],)],
    "empty": [()],
}
