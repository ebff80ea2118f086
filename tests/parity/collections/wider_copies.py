"""Copies of deques that take values of other types later."""

from collections import deque

from hotforge import compile


@compile()
def copied(items: list[int]) -> str:
    one = deque(items, maxlen=3)
    other = one.copy()
    other.append(1.5)
    third = other.copy()
    third.appendleft("x")
    return f"{one} {other} {third} {third.maxlen}"


@compile()
def repeated(items: list[int]) -> str:
    twice = deque(items) * 2
    twice.append(None)
    return f"{twice} {len(twice)}"


CASES = {
    "copied": [([],), ([1, 2],), ([1, 2, 3, 4],)],
    "repeated": [([],), ([1, 2],)],
}
