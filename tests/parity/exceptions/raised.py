"""raise and assert: class and message reach the caller."""

from hotforge import compile


@compile()
def check(n: int) -> int:
    if n < 0:
        raise ValueError(f"n must not be negative, got {n}")
    if n == 0:
        raise ZeroDivisionError
    if n > 100:
        raise IndexError("too large")
    return n


@compile()
def bare_assert(n: int) -> int:
    assert n > 0
    return n


@compile()
def assert_message(items: list[str]) -> int:
    assert items, f"empty: {items}"
    return len(items)


@compile()
def kinds(which: int) -> str:
    if which == 0:
        raise KeyError("missing")
    if which == 1:
        raise TypeError("wrong")
    if which == 2:
        raise RuntimeError("odd")
    if which == 3:
        raise NotImplementedError
    if which == 4:
        raise OverflowError("large")
    return "fine"


def deep(n: int) -> int:
    if n == 0:
        raise ValueError("bottom")
    return deep(n - 1)


@compile()
def from_below(n: int) -> int:
    return deep(n)


CASES = {
    "check": [(-1,), (0,), (101,), (5,)],
    "bare_assert": [(0,), (1,)],
    "assert_message": [([],), (["a"],)],
    "kinds": [(0,), (1,), (2,), (3,), (4,), (5,)],
    "from_below": [(3,)],
}
