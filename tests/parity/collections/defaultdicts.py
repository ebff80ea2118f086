"""defaultdict: missing keys are made by a factory and put in; element types come from what is put in."""

from collections import defaultdict

from hotforge import compile


@compile()
def counts(words: list[str]) -> list[tuple[str, int]]:
    found = defaultdict(int)
    for word in words:
        found[word] += 1
    return sorted(found.items())


@compile()
def groups(words: list[str]) -> dict[int, list[str]]:
    by_length = defaultdict(list)
    for word in words:
        by_length[len(word)].append(word)
    return dict(by_length)


@compile()
def distinct(pairs: list[tuple[str, int]]) -> list[str]:
    seen = defaultdict(set)
    for name, value in pairs:
        seen[name].add(value)
    return [f"{name}:{sorted(values)}" for name, values in seen.items()]


@compile()
def nested(pairs: list[tuple[str, str]]) -> str:
    table = defaultdict(lambda: defaultdict(int))
    for left, right in pairs:
        table[left][right] += 1
    return ";".join(f"{left}>{right}={count}" for left, row in table.items() for right, count in row.items())


@compile()
def reading_puts_in(keys: list[int]) -> tuple[int, bool, list[int], float]:
    table = defaultdict(float)
    total = 0.0
    for key in keys:
        total += table[key]
    return len(table), 99 in table, list(table), table.get(99, total)


@compile()
def text(words: list[str]) -> str:
    a = defaultdict(int)
    b = defaultdict(list)
    c = defaultdict(str)
    d = defaultdict(dict)
    for word in words:
        a[word] += len(word)
        b[word].append(a[word])
        c[word] += word[:1]
        d[word][a[word]] = word
    return f"{a} {b} {c} {d}"


@compile()
def from_mapping(table: dict[str, int], key: str) -> tuple[str, int, bool]:
    copy = defaultdict(lambda: 7, table)
    value = copy[key]
    return str(dict(copy)), value, copy == table


@compile()
def from_pairs(pairs: list[tuple[int, str]]) -> str:
    table = defaultdict(str, pairs)
    table[-1]
    return repr(table)


@compile()
def factory_raises(key: str, limit: int) -> int:
    def fresh() -> int:
        raise ValueError("no " + "default")

    table = defaultdict(fresh)
    table["a"] = limit
    return table[key]


@compile()
def without_factory(key: int) -> str:
    table = defaultdict(None)
    table[1] = "one"
    return table[key] + repr(table)


@compile()
def is_a_dict(words: list[str]) -> tuple[bool, int, int, list[str]]:
    table = defaultdict(int)
    for word in words:
        table[word] = len(word)
    merged = table | {"x": 1}
    taken = table.pop("b", -1)
    return isinstance(table, dict), sum(merged.values()), taken, sorted(table)


@compile()
def mixed_values(keys: list[str]) -> list[str]:
    table = defaultdict(int)
    for place, key in enumerate(keys):
        if place % 2:
            table[key] += 0.5
        else:
            table[key] += 1
    return [f"{key}={value}" for key, value in table.items()]


@compile()
def changed_while_iterated(keys: list[int]) -> int:
    table = defaultdict(int)
    for key in keys:
        table[key] = key
    total = 0
    for key in table:
        total += table[key + 1]
    return total


def fill(table: defaultdict[str, list[int]], key: str) -> None:
    table[key].append(len(table))


@compile()
def passed_on(keys: list[str]) -> str:
    table: defaultdict[str, list[int]] = defaultdict(list)
    for key in keys:
        fill(table, key)
    other = table.copy()
    other["new"]
    return f"{dict(table)} {dict(other)} {table == other}"


CASES = {
    "counts": [(["b", "a", "b"],), ([],), (["", "", "é"],)],
    "groups": [(["a", "bb", "c", ""],), ([],)],
    "distinct": [([("a", 1), ("b", 2), ("a", 1), ("a", 0)],), ([],)],
    "nested": [([("a", "b"), ("a", "c"), ("b", "b"), ("a", "b")],), ([],)],
    "reading_puts_in": [([1, 2, 1],), ([],)],
    "text": [(["x", "yy", "x"],), ([],)],
    "from_mapping": [({"a": 1}, "a"), ({"a": 1}, "b"), ({}, "")],
    "from_pairs": [([(1, "a"), (1, "b")],), ([],)],
    "factory_raises": [("a", 3), ("b", 3)],
    "without_factory": [(1,), (2,)],
    "is_a_dict": [(["a", "b", "cc"],), ([],)],
    "mixed_values": [(["a", "b", "a", "a"],), ([],)],
    "changed_while_iterated": [([1, 2],), ([],), ([5],)],
    "passed_on": [(["a", "b", "a"],), ([],)],
}
