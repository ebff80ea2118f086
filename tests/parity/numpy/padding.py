"""`pad` by each of numpy's modes."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Bytes = np.ndarray[tuple[int], np.dtype[np.uint8]]
Singles = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]

TOLERANCE = 1e-12


@compile()
def constants(x: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    return (
        np.pad(x, 1, constant_values=(1.5, -2)),
        np.pad(x, ((1, 0), (2, 1)), mode="constant", constant_values=((1, 2), (3, 4))),
        np.pad(x, (0, 2), constant_values=[[7], [8]]),
    )


@compile()
def odd(x: Vector, before: int, after: int) -> tuple[Vector, Vector]:
    return (
        np.pad(x, (before, after), mode="reflect", reflect_type="odd"),
        np.pad(x, (before, after), mode="symmetric", reflect_type="odd"),
    )


@compile()
def odd_bytes(x: Bytes) -> tuple[Bytes, Bytes, Bytes]:
    return (
        np.pad(x, 3, mode="reflect", reflect_type="odd"),
        np.pad(x, (7, 0), mode="symmetric", reflect_type="odd"),
        np.pad(x, 2, mode="reflect", reflect_type="even"),
    )


@compile()
def statistics(x: Matrix) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    return (
        np.pad(x, 1, mode="maximum"),
        np.pad(x, ((2, 0), (0, 1)), mode="minimum"),
        np.pad(x, (1, 2), mode="mean"),
        np.pad(x, 2, mode="median"),
    )


@compile()
def of_some(x: Matrix, count: int) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    return (
        np.pad(x, 1, mode="mean", stat_length=count),
        np.pad(x, 1, mode="median", stat_length=(1, 2)),
        np.pad(x, 1, mode="maximum", stat_length=((1, count), (2, 9))),
        np.pad(x, 1, mode="minimum", stat_length=count),
    )


@compile()
def rounded(x: Bytes) -> tuple[Bytes, Bytes, Bytes, Bytes]:
    return (
        np.pad(x, 1, mode="mean"),
        np.pad(x, (0, 2), mode="median"),
        np.pad(x, 4, mode="linear_ramp"),
        np.pad(x, (3, 2), mode="linear_ramp", end_values=(200, 7)),
    )


@compile()
def ramps(x: Singles, end: float) -> tuple[Singles, Singles]:
    return np.pad(x, 3, mode="linear_ramp", end_values=end), np.pad(x, ((0, 2), (1, 0)), "linear_ramp", end_values=((1, end), (0.5, 4)))


@compile()
def flags(x: Flags) -> tuple[Flags, Flags, Flags]:
    return np.pad(x, 2, mode="maximum"), np.pad(x, 1, mode="mean"), np.pad(x, 1, constant_values=(True, False))


A = np.array([[1.0, -2.5, 7.0], [3.0, 0.25, 1e6]])
CASES = {
    "constants": [(A,), (A[:0],), (A[:, :0],), (A[::-1, ::2],)],
    "odd": [(x, before, after) for x in [A[0], A[0, :1], A[0, :2], A[1, ::-1]] for before, after in [(0, 0), (1, 2), (7, 4), (0, 11)]] + [(A[0, :0], 1, 0), (A[0, :0], 0, 0), (A[0], -1, 0)],
    "odd_bytes": [(np.array(x, dtype=np.uint8),) for x in [[1, 2, 3], [250, 3], [9]]],
    "statistics": [(A,), (A.T,), (A[:, :1],), (np.array([[np.nan, 1.0]]),), (A[:0],)],
    "of_some": [(A, 1), (A, 2), (A, 100), (A, 0), (A, -1)],
    "rounded": [(np.array(x, dtype=np.uint8),) for x in [[1, 2], [255, 255, 254], [3], [5, 2, 8, 9]]],
    "ramps": [(np.array(x, dtype=np.float32), end) for x in [[[1.5, 2.0], [7.0, -1.0]], [[0.0]], [[3.0, 3.0]]] for end in [0.0, 3.0, -1e9]],
    "flags": [(np.array([True, False, False]),), (np.array([False]),)],
}
