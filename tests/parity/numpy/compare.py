"""Comparison and logic of arrays."""

import numpy as np

from hotforge import compile


@compile()
def compare(a: list[float], b: list[float]) -> list[np.ndarray]:
    x, y = np.array(a), np.array(b)
    return [x == y, x != y, x < y, x <= y, x > y, x >= y]


@compile()
def combine(values: list[float], low: float, high: float) -> np.ndarray:
    x = np.array(values)
    return (x > low) & (x < high)


@compile()
def tests(values: list[float]) -> tuple[bool, bool, int]:
    x = np.array(values)
    return bool(np.any(x > 1)), bool(np.all(x > 1)), int((x > 1).sum())


@compile()
def choose(values: list[float]) -> np.ndarray:
    x = np.array(values)
    return np.where(x > 0, x, -x * 10)


@compile()
def extremes(a: list[float], b: list[float]) -> tuple[np.ndarray, np.ndarray]:
    return np.maximum(np.array(a), np.array(b)), np.minimum(np.array(a), np.array(b))


@compile()
def not_a_number(values: list[float]) -> np.ndarray:
    return np.isnan(np.array(values))


@compile()
def truth(values: list[float]) -> str:
    if np.array(values):
        return "true"
    return "false"


CASES = {
    "compare": [([1.0, 2.0, float("nan")], [1.0, 3.0, float("nan")])],
    "combine": [([0.0, 0.5, 1.0], 0.1, 0.9)],
    "tests": [([0.5, 2.0],), ([],), ([5.0],)],
    "choose": [([1.0, -2.0, 0.0],)],
    "extremes": [([1.0, float("nan")], [2.0, 1.0])],
    "not_a_number": [([1.0, float("nan")],)],
    "truth": [([1.0],), ([0.0],), ([1.0, 2.0],)],
}
