"""with on the context managers that are known."""

import contextlib
import warnings
from contextlib import nullcontext, suppress

import numpy as np

from hotforge import compile


@compile()
def suppressed(text: str) -> list[str]:
    log = []
    with suppress(ValueError):
        log.append("before")
        n = int(text)
        log.append(f"parsed {n}")
    log.append("after")
    return log


@compile()
def not_suppressed(text: str, d: dict[str, int]) -> int:
    n = -1
    with contextlib.suppress(KeyError, IndexError):
        n = d[text]
        n = 100 // n
    return n


@compile()
def all_suppressed(items: list[int]) -> int:
    total = 0
    for item in items:
        with suppress(Exception):
            total += 10 // item
    return total


@compile()
def return_within(text: str) -> str:
    with suppress(ValueError):
        return str(int(text))
    return "suppressed"


@compile()
def null(x: int) -> int:
    with nullcontext(x + 1) as y, nullcontext():
        return y * 2


@compile()
def null_assigned(x: list[int]) -> list[int]:
    with contextlib.nullcontext(x) as y:
        y.append(1)
    return x


@compile()
def quiet(a: list[float], b: list[float]) -> list[float]:
    with np.errstate(divide="ignore", invalid="ignore"):
        result = np.array(a) / np.array(b)
    with warnings.catch_warnings():
        total = result + 1.0
    return total.tolist()


CASES = {
    "suppressed": [("1",), ("x",)],
    "not_suppressed": [("a", {"a": 5}), ("b", {"a": 5}), ("a", {"a": 0})],
    "all_suppressed": [([1, 0, 3],), ([],)],
    "return_within": [("5",), ("x",)],
    "null": [(1,), (-4,)],
    "null_assigned": [([5],), ([],)],
    "quiet": [([1.0, 0.0, -1.0], [2.0, 0.0, 0.0]), ([], [])],
}
