"""Calls that go deep: too deep raises, and the next call finds nothing left of it."""

from collections.abc import Iterator
from functools import lru_cache

from hotforge import compile


def down(n: int) -> int:
    return 0 if n == 0 else 1 + down(n - 1)


def ping(n: int) -> str:
    return "ping" if n == 0 else pong(n - 1)


def pong(n: int) -> str:
    return "pong" if n == 0 else ping(n - 1)


def tree(depth: int) -> int:
    """Recursion within what an operator calls."""
    if depth == 0:
        return 1
    return sum(tree(depth - 1) for _ in range(2)) + max([1, 2], key=lambda item: item * tree(depth - 1))


def later(n: int) -> Iterator[int]:
    """What runs when nobody is deep any more."""
    if n > 0:
        return later(n - 1)
    return map(lambda item: down(item), range(4))


def expression(n: int) -> Iterator[int]:
    return expression(n - 1) if n > 0 else (down(item) for item in range(3))


@lru_cache(maxsize=None)
def ways(n: int) -> int:
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


def walked(n: int) -> Iterator[int]:
    yield down(n)
    if n > 0:
        yield from walked(n - 1)


def attempt(n: int, depth: int) -> int:
    """Too deep within a handler of its own."""
    try:
        if n == 0:
            return down(depth)
        return attempt(n - 1, depth)
    except RecursionError:
        return -1


@compile()
def too_deep(n: int) -> tuple[str, int]:
    try:
        return str(down(n)), down(10)
    except RecursionError as error:
        return f"{type(error).__name__}", down(10)


@compile()
def many_times(n: int) -> list[int]:
    """Each time from the same depth."""
    found = []
    for _ in range(5):
        try:
            found.append(down(n))
        except RecursionError:
            found.append(-1)
        found.append(down(300))
    return found


@compile()
def mutual(n: int) -> str:
    try:
        return ping(n) + pong(n // 2)
    except RecursionError:
        return "deep " + ping(3)


@compile()
def in_operators(depth: int) -> tuple[int, int]:
    return tree(depth), down(400)


@compile()
def afterwards(n: int) -> tuple[list[int], list[int], int]:
    kept, made = later(n), expression(n)
    return list(kept), list(made), down(500)


@compile()
def cached(n: int) -> int:
    return ways(n)


@compile()
def generated(n: int) -> list[int]:
    return list(walked(n))


@compile()
def attempted(n: int, depth: int) -> tuple[int, int]:
    return attempt(n, depth), attempt(2, 5)


CASES = {
    "too_deep": [(0,), (100,), (100_000,)],
    "many_times": [(20,), (50_000,)],
    "mutual": [(0,), (7,), (60_000,)],
    "in_operators": [(0,), (3,)],
    "afterwards": [(0,), (200,)],
    "cached": [(1,), (60,)],
    "generated": [(0,), (20,)],
    "attempted": [(3, 10), (3, 100_000)],
}
