"""Copies of containers that take values of other types later."""

from collections import Counter, OrderedDict, deque

from hotforge import compile


@compile()
def deques(items: list[int]) -> str:
    one = deque(items, maxlen=3)
    other = one.copy()
    other.append(1.5)
    third = one + deque(["x"])
    return f"{one} {other} {other.maxlen} {third}"


@compile()
def ordered(items: dict[str, int]) -> str:
    one = OrderedDict(items)
    other = one.copy()
    other["late"] = "text"
    other.move_to_end("late", last=False)
    return f"{one} {other}"


@compile()
def counters(text: str) -> str:
    one = Counter(text)
    other = one.copy()
    other[5] += 2
    return f"{sorted(one.items())} {other[5]} {len(other)} {other == one}"


CASES = {
    "deques": [([],), ([1, 2],), ([1, 2, 3, 4],)],
    "ordered": [({},), ({"a": 1, "b": 2},)],
    "counters": [("",), ("abca",)],
}
