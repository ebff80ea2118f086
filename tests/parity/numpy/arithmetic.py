"""Elementwise arithmetic: broadcasting, promotion, division by zero."""

import numpy as np

from hotforge import compile


@compile()
def vectors(a: list[float], b: list[float]) -> list[np.ndarray]:
    x, y = np.array(a), np.array(b)
    return [x + y, x - y, x * y, -x, x * 2, 1 - x]


@compile()
def division(a: list[float], b: list[float]) -> np.ndarray:
    return np.array(a) / np.array(b)


@compile()
def int_division(a: list[int], b: list[int]) -> list[np.ndarray]:
    x, y = np.array(a), np.array(b)
    return [x // y, x % y]


@compile()
def true_division(a: list[int], b: int) -> np.ndarray:
    return np.array(a) / b


@compile()
def power(a: list[float], n: float) -> list[np.ndarray]:
    x = np.array(a)
    return [x**2, x**n]


@compile()
def outer(a: list[float], b: list[float]) -> np.ndarray:
    return np.array(a)[:, None] * np.array(b)[None, :]


@compile()
def broadcast(rows: list[list[float]], row: list[float]) -> np.ndarray:
    return np.array(rows) + np.array(row)


@compile()
def in_place(a: list[float]) -> np.ndarray:
    x = np.array(a)
    y = x
    x += 1
    x *= 2
    return y


@compile()
def wrap(values: list[int]) -> np.ndarray:
    x = np.array(values, dtype=np.uint8)
    return x + x


CASES = {
    "vectors": [([1.0, 2.0], [0.5, -1.0]), ([], [])],
    "division": [([1.0, 2.0], [2.0, 4.0]), ([1.0], [3.0])],
    "int_division": [([7, -7, 7, -7], [2, 2, -2, -2])],
    "true_division": [([1, 2, 3], 2)],
    "power": [([1.0, 2.0, 3.0], 0.5)],
    "outer": [([1.0, 2.0], [3.0, 4.0, 5.0])],
    "broadcast": [([[1.0, 2.0], [3.0, 4.0]], [10.0, 20.0]), ([[1.0, 2.0, 3.0]], [10.0, 20.0])],
    "in_place": [([1.0, 2.0],)],
    "wrap": [([200, 1],)],
}
