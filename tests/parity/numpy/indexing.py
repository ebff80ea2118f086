"""Indexing: ints, slices, None, ellipsis, masks, arrays; and assignment."""

import numpy as np

from hotforge import compile


@compile()
def element(values: list[float], index: int) -> float:
    return float(np.array(values)[index])


@compile()
def element_2d(rows: list[list[int]], i: int, j: int) -> int:
    return int(np.array(rows)[i, j])


@compile()
def slices(n: int) -> list[np.ndarray]:
    x = np.arange(n)
    return [x[1:], x[:-1], x[::-1], x[::2], x[-2:], x[5:2]]


@compile()
def matrix(n: int) -> list[np.ndarray]:
    x = np.arange(n * n).reshape(n, n)
    return [x[0], x[:, 0], x[1:, ::-1], x[-1, :-1], x[..., 1]]


@compile()
def cube() -> np.ndarray:
    x = np.arange(24).reshape(2, 3, 4)
    return x[:, 0]


@compile()
def new_axes(values: list[float]) -> list[np.ndarray]:
    x = np.array(values)
    return [x[None], x[:, None]]


@compile()
def mask(values: list[float], limit: float) -> np.ndarray:
    x = np.array(values)
    return x[x > limit]


@compile()
def pick(values: list[float], which: list[int]) -> np.ndarray:
    return np.array(values)[np.array(which)]


@compile()
def assign(values: list[float]) -> np.ndarray:
    x = np.array(values)
    x[0] = 10
    x[1:3] = 5.5
    x[x > 9] = -1
    return x


@compile()
def view(values: list[float]) -> np.ndarray:
    x = np.array(values)
    part = x[1:]
    part[0] = 99.0
    return x


CASES = {
    "element": [([1.5, 2.5], -1), ([1.5], 1), ([], 0)],
    "element_2d": [([[1, 2], [3, 4]], 1, -1), ([[1, 2]], 1, 0), ([[1, 2]], 0, 2)],
    "slices": [(5,), (0,)],
    "matrix": [(3,)],
    "cube": [()],
    "new_axes": [([1.0, 2.0],)],
    "mask": [([1.0, 5.0, 3.0], 2.0), ([1.0], 2.0)],
    "pick": [([1.0, 2.0, 3.0], [2, 0, -1]), ([1.0], [5])],
    "assign": [([1.0, 2.0, 3.0, 4.0],), ([],)],
    "view": [([1.0, 2.0],)],
}
