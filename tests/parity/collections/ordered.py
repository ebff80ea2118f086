"""OrderedDict: moving, popping at both ends, and equality that looks at the order."""

from collections import OrderedDict

from hotforge import compile


@compile()
def cache(keys: list[str], size: int) -> list[str]:
    recent = OrderedDict()
    dropped = []
    for place, key in enumerate(keys):
        if key in recent:
            recent.move_to_end(key)
        recent[key] = place
        if len(recent) > size:
            old, _ = recent.popitem(last=False)
            dropped.append(old)
    return dropped + list(recent)


@compile()
def moved(pairs: list[tuple[str, int]], key: str, last: bool) -> str:
    table = OrderedDict(pairs)
    table.move_to_end(key, last=last)
    return repr(table)


@compile()
def popped(pairs: list[tuple[str, int]], last: bool) -> tuple[str, int]:
    table = OrderedDict(pairs)
    return table.popitem(last)


@compile()
def equal(a: list[tuple[str, int]], b: list[tuple[str, int]]) -> tuple[bool, bool, bool]:
    left, right = OrderedDict(a), OrderedDict(b)
    return left == right, left == dict(right), dict(left) == right


@compile()
def text(table: dict[str, int]) -> str:
    ordered = OrderedDict(table)
    other = ordered.copy()
    other["z"] = 0
    return f"{ordered} {other} {ordered | other} {list(ordered.items())} {OrderedDict()}"


@compile()
def changed_while_iterated(table: dict[str, int], kind: int) -> int:
    ordered = OrderedDict(table)
    total = 0
    if kind == 0:
        for key in ordered:
            ordered.move_to_end(key)
    elif kind == 1:
        for key, value in ordered.items():
            total += value
            ordered[key + "!"] = 1
    elif kind == 2:
        for value in ordered.values():
            total += value
            ordered["a"] = 100
    else:
        for key in ordered.keys():
            del ordered[key]
    return total


CASES = {
    "cache": [(["a", "b", "a", "c"], 2), ([], 1), (["a", "b"], 0)],
    "moved": [([("a", 1), ("b", 2)], "a", True), ([("a", 1), ("b", 2)], "b", False), ([], "x", True)],
    "popped": [([("a", 1), ("b", 2)], True), ([("a", 1), ("b", 2)], False), ([], True), ([], False)],
    "equal": [([("a", 1), ("b", 2)], [("b", 2), ("a", 1)]), ([], []), ([("a", 1)], [("a", 2)])],
    "text": [({"a": 1, "b": 2},), ({},)],
    "changed_while_iterated": [({"a": 1, "b": 2}, kind) for kind in range(3)] + [({}, 0), ({"a": 1}, 2)],
}
