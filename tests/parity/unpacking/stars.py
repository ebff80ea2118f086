"""Stars in displays and targets; del; global reads."""

from hotforge import compile

SCALE = 3


@compile()
def lists(a: list[int], b: list[int]) -> list[int]:
    return [*a, 0, *b, *range(2)]


@compile()
def of_text(s: str) -> list[str]:
    return [*s, "end"]


@compile()
def tuples(a: tuple[int, str]) -> tuple[int, str, float, int, str]:
    return (*a, 1.5, *a)


@compile()
def any_length(a: list[int]) -> tuple[int, ...]:
    return (*a, 1)


@compile()
def sets(a: list[int], b: set[int]) -> list[int]:
    return sorted({*a, 100, *b})


@compile()
def dicts(a: dict[str, int], b: dict[str, int]) -> dict[str, int]:
    return {"first": 0, **a, "x": 9, **b}


@compile()
def only_spread(a: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    b = {**a}
    b["new"] = 1
    return a, b


@compile()
def targets(items: list[int]) -> str:
    first, *middle, last = items
    (a, *_), b = items, 5
    return f"{first} {middle} {last} {a} {b}"


@compile()
def nested_targets(pairs: list[tuple[str, tuple[int, int]]]) -> list[str]:
    out = []
    for name, (x, *rest) in pairs:
        out.append(f"{name} {x} {rest}")
    [a, b], *others = [[1, 2], [3, 4]]
    out.append(f"{a} {b} {others}")
    return out


def noted(log: list[str], items: list[int]) -> list[int]:
    log.append(str(items))
    return items


@compile()
def order(a: list[int], b: list[int]) -> list[str]:
    log = []
    both = [*noted(log, a), *noted(log, b)]
    log.append(str(both))
    return log


@compile()
def deleted(items: list[int], d: dict[str, int]) -> tuple[list[int], dict[str, int]]:
    del items[0]
    del items[1:3]
    del d["a"], items[-1]
    return items, d


@compile()
def global_read(n: int) -> int:
    global SCALE
    return n * SCALE


CASES = {
    "lists": [([1, 2], [3]), ([], [])],
    "of_text": [("ab",), ("",)],
    "tuples": [((1, "a"),)],
    "any_length": [([5, 6],), ([],)],
    "sets": [([1, 2], {2, 3}), ([], set())],
    "dicts": [({"a": 1, "x": 2}, {"first": 7}), ({}, {})],
    "only_spread": [({"a": 1},)],
    "targets": [([1, 2, 3, 4],), ([1, 2],), ([1],)],
    "nested_targets": [([("a", (1, 2)), ("b", (3, 4))],)],
    "order": [([1], [2, 3])],
    "deleted": [([1, 2, 3, 4, 5, 6], {"a": 1, "b": 2}), ([1, 2], {}), ([], {"a": 1})],
    "global_read": [(5,)],
}
