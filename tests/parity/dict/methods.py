"""get, pop, setdefault, update, items, keys, values, merge."""

from hotforge import compile


@compile()
def get(table: dict[str, int], key: str) -> int | None:
    return table.get(key)


@compile()
def get_default(table: dict[str, int], key: str) -> int:
    return table.get(key, -1)


@compile()
def pop(table: dict[str, int], key: str) -> tuple[int, dict[str, int]]:
    value = table.pop(key)
    return value, table


@compile()
def pop_default(table: dict[str, int], key: str) -> int:
    return table.pop(key, 0)


@compile()
def group(words: list[str]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for word in words:
        groups.setdefault(len(word), []).append(word)
    return groups


@compile()
def merge(a: dict[str, int], b: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    both = a | b
    a.update(b)
    return both, a


@compile()
def views(table: dict[str, int]) -> tuple[list[str], list[int], int, int]:
    return list(table.keys()), list(table.values()), len(table), sum(table.values())


@compile()
def contains(table: dict[str, int], key: str) -> list[bool]:
    return [key in table, key not in table, bool(table), key in table.keys()]


CASES = {
    "get": [({"a": 1}, "a"), ({"a": 1}, "b")],
    "get_default": [({"a": 1}, "a"), ({}, "b")],
    "pop": [({"a": 1, "b": 2, "c": 3}, "b"), ({}, "x")],
    "pop_default": [({"a": 1}, "a"), ({}, "x")],
    "group": [(["a", "bb", "c", "dd", ""],), ([],)],
    "merge": [({"a": 1, "b": 2}, {"b": 3, "c": 4}), ({}, {})],
    "views": [({"b": 1, "a": 2},), ({},)],
    "contains": [({"a": 1}, "a"), ({}, "a")],
}
