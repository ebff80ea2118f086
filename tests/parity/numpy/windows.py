"""`numpy.lib.stride_tricks`: views of all windows of an array."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float32]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.int64]]


@compile()
def windows(values: Vector, length: int) -> np.ndarray:
    return np.lib.stride_tricks.sliding_window_view(values, length)


@compile()
def frames(values: Vector, length: int, hop: int) -> np.ndarray:
    return sliding_window_view(values, window_shape=length)[::hop] * np.hanning(length)


@compile()
def along(values: Matrix, length: int, axis: int) -> np.ndarray:
    return sliding_window_view(values, length, axis=axis)


@compile()
def patches(values: Matrix, height: int, width: int) -> np.ndarray:
    return sliding_window_view(values, (height, width)).max(axis=(2, 3))


@compile()
def twice(values: Matrix, length: int) -> np.ndarray:
    return sliding_window_view(values, (length, 2), axis=(1, 1))


@compile()
def mean(values: Vector, length: int) -> np.ndarray:
    return sliding_window_view(values[::-2], length).mean(axis=-1)


@compile()
def aliased(values: Vector) -> np.ndarray:
    seen = sliding_window_view(values.copy(), 2)
    copied = values.copy()
    shared = sliding_window_view(copied, 2)
    copied[1] = 7
    return np.concatenate([seen, shared])


@compile()
def written(values: Vector) -> np.ndarray:
    view = sliding_window_view(values, 2)
    view[0, 0] = 1
    return view


@compile()
def nested(rows: list[list[int]]) -> np.ndarray:
    return sliding_window_view(rows, (1, 2))


LINE = np.arange(7, dtype=np.float32)
GRID = np.arange(20).reshape(4, 5)
CASES = {
    "windows": [(LINE, length) for length in (1, 3, 7, 8, 0, -1)] + [(LINE[::-1], 2), (LINE[:0], 1), (LINE[:0], 0), (LINE, 2**62)],
    "frames": [(LINE, 4, 2), (LINE, 1, 3), (LINE, 9, 1)],
    "along": [(GRID, length, axis) for length in (1, 2, 4, 5) for axis in (0, 1, -1, 2, -3)] + [(GRID[::-1, ::2], 2, 1)],
    "patches": [(GRID, 2, 2), (GRID, 4, 5), (GRID, 1, 1), (GRID, 5, 1), (GRID, 1, -2), (GRID.T, 3, 2)],
    "twice": [(GRID, 2), (GRID, 4), (GRID, 5)],
    "mean": [(LINE, 2), (LINE, 4), (LINE, 5)],
    "aliased": [(LINE,), (LINE[:2],), (LINE[:1],)],
    "written": [(LINE,)],
    "nested": [([[1, 2, 3], [4, 5, 6]],), ([[1]],)],
}  # fmt: skip
