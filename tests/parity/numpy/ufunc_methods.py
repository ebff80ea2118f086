"""Methods of ufuncs: `reduce`, `accumulate`, `outer`, `at` and `reduceat`."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Ints = np.ndarray[tuple[int], np.dtype[np.int32]]
Bytes = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Positions = np.ndarray[tuple[int], np.dtype[np.int64]]

TOLERANCE = 1e-14


@compile()
def reduced(x: Matrix) -> tuple:
    return (
        np.add.reduce(x),
        np.add.reduce(x, axis=1, keepdims=True),
        float(np.add.reduce(x, axis=None)),
        np.multiply.reduce(x, 1),
        np.logical_and.reduce(x > 0),
        np.logical_or.reduce([x[0] > 1, x[0] < -1]),
        np.maximum.reduce([x, -x]),
        float(np.minimum.reduce(x, axis=(0, 1))),
    )


@compile()
def nothing_greatest(x: Vector) -> float:
    return float(np.maximum.reduce(x))


@compile()
def bits(x: Bytes) -> tuple:
    return np.bitwise_or.reduce(x), np.bitwise_and.reduce(x, axis=1), np.bitwise_xor.reduce(x, axis=-1, keepdims=True), int(np.bitwise_or.reduce(x, axis=None))


@compile()
def running(x: Matrix, i: Ints) -> tuple:
    return np.add.accumulate(x), np.multiply.accumulate(x, axis=1), np.maximum.accumulate(x, 1), np.minimum.accumulate(x), np.add.accumulate(i)


@compile()
def every_pair(x: Vector, i: Ints, m: Matrix) -> tuple:
    return (
        np.add.outer(x, i),
        np.subtract.outer(i, x),
        np.multiply.outer(i, i),
        np.maximum.outer(x, x[::-1]),
        np.minimum.outer(i, 3),
        np.equal.outer(x, x),
        np.less.outer(x, i),
        np.greater.outer([1, 2, 3], i),
        np.add.outer(m, x).shape,
    )


@compile()
def changed(x: Vector, places: Positions, by: Vector) -> tuple:
    a, b, c, d, e = x.copy(), x.copy(), x.copy(), x.copy(), x.copy()
    np.add.at(a, places, by)
    np.subtract.at(b, places, 0.5)
    np.multiply.at(c, places, by)
    np.maximum.at(d[::-1], places, by)
    np.minimum.at(e, [0, -1], -1)
    return a, b, c, d, e


@compile()
def changed_ints(x: Ints, rows: Bytes, places: Positions) -> tuple:
    counts = np.zeros(4, dtype=np.int64)
    np.add.at(counts, places, 1)
    cut = x.copy()
    np.add.at(cut, places, -7)
    bytes_ = rows.copy()
    np.add.at(bytes_, places, 200)
    np.maximum.at(bytes_, places, np.array([7, 200], dtype=np.uint8))
    return counts, cut, bytes_


@compile()
def parts(x: Vector, rows: Bytes, places: Positions) -> tuple:
    return np.add.reduceat(x, places), np.maximum.reduceat(x, places), np.minimum.reduceat(rows, [0, 1], axis=1), np.add.reduceat(rows, [1, 0])


X = np.array([[1.5, -2.0, 3.25], [np.nan, 0.0, -0.0], [np.inf, 1e300, -7.0]])
V = np.array([1.0, -0.0, np.nan, 4.5])
B = np.array([[1, 255], [3, 129], [0, 64]], dtype=np.uint8)

CASES = {
    "reduced": [(X,), (X[:1],), (X.T[::-1],)],
    "nothing_greatest": [(np.zeros(0),), (V,)],
    "bits": [(B,), (B[::-1],), (np.zeros((2, 3), dtype=np.uint8),)],
    "running": [(X, np.array([1, 2**31 - 1, 5], dtype=np.int32)), (np.zeros((0, 2)), np.zeros(0, dtype=np.int32))],
    "every_pair": [(V, np.array([1, -2, 2**31 - 1], dtype=np.int32), X), (np.zeros(0), np.zeros(0, dtype=np.int32), X[:0])],
    "changed": [
        (V, np.array([0, 0, 3, -1]), np.array([1.0, 2.0, np.nan, -4.0])),
        (V, np.array([2, 2]), np.array([5.0])),
        (V, np.zeros(0, dtype=np.int64), np.zeros(0)),
        (V, np.array([4]), np.array([1.0])),
        (V, np.array([0, 1]), np.array([1.0, 2.0, 3.0])),
    ],
    "changed_ints": [
        (np.array([2, -5, 2**31 - 1, 9], dtype=np.int32), B, np.array([0, 2])),
        (np.array([1, 2, 3], dtype=np.int32), B, np.array([-3, -3])),
        (np.array([1, 2, 3], dtype=np.int32), B, np.array([0, 7])),
    ],
    "parts": [(V, B, np.array([0, 2, 1])), (V, B, np.array([3])), (V, B, np.array([0, 4])), (V, B, np.zeros(0, dtype=np.int64)), (V[:0], B, np.array([0]))],
}
