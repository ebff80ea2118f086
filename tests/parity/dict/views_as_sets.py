"""Views of a dict taken as sets: `&`, `|`, `-` and `^` with sets, other views and any iterable."""

from hotforge import compile


@compile()
def keys(a: dict[str, int], b: dict[str, int], names: list[str]) -> list[list[str]]:
    wanted = set(names)
    return [
        sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()),
        sorted(a.keys() & wanted), sorted(wanted - a.keys()), sorted(a.keys() | names), sorted(wanted ^ b.keys()), sorted(frozenset(names) & a.keys()),
        sorted(a.keys() - {"x"}),
    ]  # fmt: skip


@compile()
def items(a: dict[str, int], b: dict[str, int]) -> list[list[tuple[str, int]]]:
    return [sorted(a.items() & b.items()), sorted(a.items() ^ b.items()), sorted(a.items() - b.items())]


@compile()
def kept_apart(a: dict[str, int]) -> tuple[int, int]:
    before = a.keys() | {"z"}
    a["new"] = 1
    return len(before), len(a)


CASES = {
    "keys": [({}, {}, []), ({"a": 1, "b": 2}, {"b": 3, "c": 4}, ["a", "x", "a"]), ({"a": 1}, {"a": 1}, [])],
    "items": [({}, {}), ({"a": 1, "b": 2}, {"b": 2, "a": 3})],
    "kept_apart": [({"a": 1},), ({"z": 1},)],
}
