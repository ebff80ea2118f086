"""Equality of values of several types."""

from hotforge import compile


@compile()
def of_scalars(a: int | float | str | None, b: int | float | str | None) -> str:
    return f"{a == b} {a != b} {a in (b, 1)} {[a] == [b]} {(a, 1) == (b, 1)}"


@compile()
def of_lists(a: list[int], b: list[str], c: dict[str, int], d: dict[str, str]) -> str:
    return f"{a == b} {a != b} {c == d} {c != d} {[a] == [a]} {a == []}"


@compile()
def of_mixed(a: int, b: str) -> str:
    items = [a, b, None, [a], [b], (a, b), {"k": a}, 2.0]
    return f"{items.count(a)} {items.index(b)} {a in items} {b in items} {None in items} {2 in items} {[a] in items} {'zz' in items}"


@compile()
def of_keys(a: int, b: str) -> str:
    table = {a: "int", b: "str", None: "none", 2.5: "float", (a, b): "pair"}
    table[True] = "bool"
    return f"{table} {a in table} {b in table} {table.get(a)} {table.get('zz', 'no')} {table[None]} {len(table)}"


CASES = {
    "of_scalars": [(1, 1), (1, 1.0), (1, "1"), (None, None), (0, None), ("a", "a"), (2.5, 2.5), ("", None)],
    "of_lists": [([], [], {}, {}), ([1], [], {"a": 1}, {}), ([1], ["a"], {"a": 1}, {"a": "1"}), ([], ["a"], {}, {"a": "x"})],
    "of_mixed": [(1, "a"), (2, ""), (0, "k")],
    "of_keys": [(5, "a"), (1, ""), (0, "zz")],
}
