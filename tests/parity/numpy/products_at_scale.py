"""Products that are shared out to threads, or gone over in vectors: every length around those of a vector."""

import numpy as np

from hotforge import compile

TOLERANCE = 1e-6


def matrix(rows: int, columns: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return ((np.arange(rows * columns) * 7919 % 1013) / 506.5 - 1.0).reshape(rows, columns)


@compile()
def corner(rows: int, inner: int, columns: int) -> np.ndarray:
    return (matrix(rows, inner) @ matrix(inner, columns))[::61, ::43]


@compile()
def corner_of_transposed(rows: int, inner: int, columns: int) -> list[np.ndarray]:
    a, b = matrix(rows, inner), matrix(inner, columns)
    turned = (b.T @ a.T)[::43, ::61]
    return [turned, (a @ matrix(columns, inner).T)[::61, ::43]]


@compile()
def small_numbers(size: int) -> np.ndarray:
    a = (np.arange(size * size) % 11 - 5).reshape(size, size).astype(np.float32)
    return (a @ a)[:: max(size // 5, 1), :: max(size // 7, 1)]


@compile()
def columns(rows: int, inner: int) -> list[np.ndarray]:
    a, x = matrix(rows, inner), matrix(1, inner)[0]
    return [a @ x, x @ a.T, a[::-1] @ x, a[:, ::2] @ x[::2], np.ascontiguousarray(a.T).T @ x, a[::2, ::-1] @ x[::-1]]


@compile()
def columns_of_small_numbers(rows: int, inner: int) -> list[np.ndarray]:
    a = (np.arange(rows * inner) % 11 - 5).reshape(rows, inner).astype(np.float32)
    x = (np.arange(inner) % 7 - 3).astype(np.float32)
    return [a @ x, np.ascontiguousarray(a.T).T @ x]


@compile()
def specials(inner: int, place: int, value: float) -> list[np.ndarray]:
    a = matrix(5, inner)
    a[2, place] = value
    x = matrix(inner, 1)
    return [a @ x[:, 0], a @ matrix(inner, 3)]


@compile()
def unchanged(size: int) -> np.ndarray:
    a, x = matrix(size, size), np.ones(size)
    y = a @ x
    y[0] = 1e9
    z = a @ np.eye(size)
    z[0, 0] = 1e9
    return np.stack([a[0], x, a[:, 0]])


LENGTHS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 127, 300]

CASES = {
    "corner": [(400, 300, 350), (130, 700, 400), (64, 1024, 600), (1000, 1, 40000), (3, 4, 5), (0, 3, 2), (2, 0, 2), (17, 16, 15)],
    "corner_of_transposed": [(400, 300, 350), (65, 2, 66), (7, 33, 9)],
    "small_numbers": [(350,), (33,), (2,)],
    "columns": [(rows, inner) for rows in (0, 1, 3, 4, 6) for inner in LENGTHS[2:]] + [(5, 1)],
    "columns_of_small_numbers": [(rows, inner) for rows in (1, 5) for inner in LENGTHS],
    "specials": [(inner, place, value) for inner, place in ((3, 1), (40, 37)) for value in (float("nan"), float("inf"), -0.0)],
    "unchanged": [(3,), (40,)],
}
