"""Dicts are equal whatever their order; they print in it."""

from hotforge import compile


@compile()
def equal(a: dict[str, int], b: dict[str, int]) -> tuple[bool, bool]:
    return a == b, a != b


@compile()
def show(table: dict[str, list[int]]) -> str:
    return str(table)


@compile()
def mixed_keys() -> str:
    table = {(1, "a"): 1.0, (0, "b"): 2.5}
    table[(1, "a")] = 3.0
    return repr(table)


@compile()
def changed_while_iterating(table: dict[str, int]) -> int:
    for key in table:
        table[key + "x"] = 1
    return len(table)


CASES = {
    "equal": [({"a": 1, "b": 2}, {"b": 2, "a": 1}), ({"a": 1}, {"a": 2}), ({}, {}), ({"a": 1}, {})],
    "show": [({"a": [1], "b'": []},), ({},)],
    "mixed_keys": [()],
    "changed_while_iterating": [({"a": 1},), ({},)],
}
