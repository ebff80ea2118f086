"""Reductions that begin with a value (`initial`), leave elements out (`where`) or store what they give (`out`), and products of
matrices that are stored."""

import numpy as np
import numpy.typing as npt
from hotforge import compile

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Bytes = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Halves = np.ndarray[tuple[int], np.dtype[np.float16]]
Flags = npt.NDArray[np.bool_]
Mask = np.ndarray[tuple[int, int], np.dtype[np.bool_]]

TOLERANCE = 1e-12


@compile()
def begun(x: Matrix, start: float) -> tuple[float, Vector, float, Matrix, float, Vector, float, Vector]:
    return (
        float(np.sum(x, initial=start)),
        np.sum(x, axis=0, initial=start),
        float(np.prod(x, initial=start)),
        x.prod(axis=1, keepdims=True, initial=start),
        float(np.max(x, initial=start)),
        x.max(axis=1, initial=start),
        float(np.amin(x, initial=start)),
        np.min(x, axis=0, initial=start),
    )


@compile()
def begun_bytes(x: Bytes, start: int) -> tuple[int, int, int, np.ndarray[tuple[int], np.dtype[np.uint8]]]:
    return (
        int(np.sum(x, initial=start)),
        int(np.prod(x, initial=start)),
        int(np.max(x, initial=start)),
        np.min(x, axis=-1, initial=start),
    )


@compile()
def beyond(x: Bytes, start: int) -> int:
    return int(np.max(x, initial=start))


@compile()
def begun_halves(x: Halves) -> tuple[str, str, str, str]:
    return (
        repr(np.sum(x, initial=0.1)),
        repr(np.max(x, initial=np.float64(1e9))),
        repr(np.min(x, initial=7)),
        repr(np.sum(x > 0, initial=True)),
    )


@compile()
def left_out(x: Matrix, mask: Mask) -> tuple[float, Vector, float, Vector, Vector, float, Vector, Matrix, float, float]:
    return (
        float(np.mean(x, where=mask)),
        np.mean(x, axis=0, where=mask),
        float(x.var(where=mask)),
        np.var(x, axis=1, where=mask, ddof=1),
        np.std(x, axis=0, where=mask),
        float(np.max(x, where=mask, initial=-1.0)),
        np.min(x, axis=1, where=mask, initial=9.0),
        np.sum(x, axis=0, keepdims=True, where=mask, initial=0.5),
        float(np.sum(x, initial=0, where=True)),
        float(np.prod(x, where=mask, initial=2)),
    )


@compile()
def left_out_truth(x: Matrix, mask: Mask) -> tuple[bool, Flags, bool, Flags]:
    return (
        bool(np.any(x, where=mask)),
        np.any(x, axis=1, where=mask),
        bool((x > 0).all(where=mask)),
        np.all(x, axis=0, where=mask),
    )


@compile()
def masked_sum(x: Matrix, mask: Mask) -> Vector:
    return np.sum(x, axis=0, where=mask)


@compile()
def masked_mean(x: Matrix, mask: Mask) -> Vector:
    return np.mean(x, axis=0, where=mask)


@compile()
def masked_by_row(x: Matrix, mask: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[Vector, Vector]:
    return np.sum(x, axis=1, where=mask), np.std(x, axis=1, where=mask)


@compile()
def stored(x: Matrix, out: Vector) -> tuple[Vector, Vector, Vector]:
    same = np.sum(x, axis=0, out=out)
    same[0] += 0.5
    first = out.copy()
    x.mean(0, out=out)
    second = out.copy()
    np.max(x, axis=0, out=out, initial=0.5)
    return first, second, out


@compile()
def stored_rows(x: Matrix, out: Vector) -> Vector:
    return np.min(x, axis=1, out=out)


@compile()
def stored_kept(x: Matrix, out: Matrix) -> Matrix:
    return np.sum(x, axis=0, keepdims=True, out=out)


@compile()
def stored_whole(x: Matrix) -> tuple[float, bool]:
    out = np.zeros(())
    np.std(x, out=out)
    flags = np.ones((), dtype=np.bool_)
    np.any(x, out=flags)
    return float(out), bool(flags)


@compile()
def products(a: Matrix, b: Matrix, out: Matrix) -> Matrix:
    np.matmul(a, b, out=out)
    return out * 2


@compile()
def dots(a: Matrix, b: Matrix, out: Matrix) -> Matrix:
    return np.dot(a, b, out=out)


@compile()
def dot_of_view(a: Matrix, b: Matrix, wide: Matrix) -> Matrix:
    return np.dot(a, b, out=wide[:, :2])


@compile()
def products_in_place(a: Matrix) -> Matrix:
    np.matmul(a, a, out=a)
    a.dot(a, out=a)
    return a


A = np.array([[1.0, -2.5], [3.0, 0.25], [-0.0, 4.0]])
NAN = np.array([[np.nan, 1.0], [2.0, -np.inf]])
MASKS = [
    np.array([[True, False], [False, False], [True, True]]),
    np.zeros((3, 2), bool),
    np.array([[True], [False], [True]]),
    np.array([[True, False]]),
    np.array([[True]]),
]
MISFITS = [
    (A, np.ones((2, 2), bool)),
    (A[:1], np.ones((3, 2), bool)),
    (A[:, :1], np.ones((3, 2), bool)),
    (np.zeros((0, 2)), np.ones((3, 2), bool)),
    (A, np.ones((0, 2), bool)),
    (np.zeros((0, 2)), np.ones((1, 2), bool)),
]
CASES = {
    "begun": [(x, start) for x in [A, A.T, NAN, np.zeros((0, 2)), np.zeros((2, 0)), A[::-1, ::-1]] for start in [-0.0, 2.5, float("nan")]],
    "begun_bytes": [
        (np.array(x, dtype=np.uint8).reshape(-1, 2), start) for x in [[], [1, 2], [255, 255, 3, 0]] for start in [0, 200, 255, 256]
    ],
    "beyond": [(np.array([[1, 2]], dtype=np.uint8), start) for start in [255, 256, -1]],
    "begun_halves": [(np.array(x, dtype=np.float16),) for x in [[], [1.5, -2.0], [np.nan], [6e4, 6e4]]],
    "left_out": [(A, mask) for mask in MASKS] + [(NAN, NAN > 0), (NAN, ~np.isnan(NAN)), *MISFITS],
    "left_out_truth": [(A, mask) for mask in MASKS] + [(NAN, NAN > 0), *MISFITS],
    "masked_sum": MISFITS,
    "masked_mean": MISFITS,
    "masked_by_row": [(A, np.array([True, False])), (A, np.array([False])), (A, np.ones(3, bool)), (A[:, :1], np.ones(2, bool))],
    "stored": [(A, np.zeros(2)), (A, np.zeros(4)[::2]), (A, np.zeros(3)), (A, np.zeros(1)), (A[:, :1], np.zeros(3)), (np.zeros((0, 2)), np.ones(2))],
    "stored_rows": [(A, np.zeros(3)), (A, np.zeros(2)), (A, np.zeros(1)), (A[:1], np.zeros(3))],
    "stored_kept": [(A, np.zeros(shape)) for shape in [(1, 2), (2, 2), (3, 2), (1, 1), (1, 3)]],
    "stored_whole": [(A,), (np.zeros((1, 1)),)],
    "products": [(A, A.T, np.zeros(shape)) for shape in [(3, 3), (3, 2), (2, 3)]] + [(A, A, np.zeros((3, 3)))],
    "dots": [(A, A.T, np.zeros(shape)) for shape in [(3, 3), (3, 2), (2, 3)]],
    "dot_of_view": [(A, A[:2], np.zeros((3, 3))), (A, A[:2], np.zeros((3, 2)))],
    "products_in_place": [(A[:2],), (np.zeros((1, 1)),), (A,)],
}
