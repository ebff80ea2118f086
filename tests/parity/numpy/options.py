"""Options of numpy's functions: dtypes of reductions that begin with a value, `out` of running values, parts that are told apart
along an axis, positions that are out of bounds; and dtypes as values."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Ints = np.ndarray[tuple[int, int], np.dtype[np.int64]]
Cube = np.ndarray[tuple[int, int, int], np.dtype[np.int32]]
Bytes = np.ndarray[tuple[int], np.dtype[np.uint8]]

TOLERANCE = 1e-6


@compile()
def computed_in(x: Matrix, b: Bytes) -> tuple:
    return (
        np.sum(x, axis=0, dtype=np.float64, initial=1.0),
        float(np.sum(x, dtype=np.float64, where=x > 0)),
        x.sum(axis=1, dtype=np.float64, where=x > 0, keepdims=True),
        np.prod(x, axis=0, dtype=np.float64, initial=2.0),
        float(np.mean(x, dtype=np.float64, where=x < 2)),
        x.mean(axis=0, dtype=np.float64, where=x < 2),
        repr(np.sum(b, dtype=np.uint8, initial=250)),
        repr(np.prod(b, dtype=np.int32, initial=3, where=b > 1)),
    )


@compile()
def too_large(b: Bytes, start: int) -> int:
    return int(np.sum(b, dtype=np.uint8, initial=start))


@compile()
def running(x: Matrix, b: Bytes) -> tuple:
    return (
        np.cumsum(x, axis=0, dtype=np.float64),
        x.cumsum(axis=1, dtype=np.float64),
        np.cumsum(b, dtype=np.uint8),
        b.cumprod(dtype=np.int32),
        np.cumprod(x, dtype=np.float64),
    )


@compile()
def stored(x: Vector, m: Matrix) -> tuple:
    v = x.copy()
    np.cumsum(v, out=v)
    out = np.empty_like(v)
    np.cumprod(x, out=out)
    rows = np.empty(m.shape, dtype=np.float32)
    np.cumsum(m, axis=1, out=rows)
    middle = np.empty(m.shape[1], dtype=np.float32)
    np.median(m, axis=0, out=middle)
    return v, out, rows, middle


@compile()
def stored_wrongly(x: Vector, length: int) -> Vector:
    out = np.zeros(length)
    x.cumsum(out=out)
    return out


@compile()
def told_apart(x: Ints, f: Matrix) -> tuple:
    parts = np.unique(x, axis=0)
    columns, first = np.unique(x, axis=1, return_index=True)
    a, inverse = np.unique(f, axis=0, return_inverse=True)
    b, counts = np.unique(x, axis=-1, return_counts=True)
    return parts, columns, first, a, inverse, b, counts


@compile()
def told_apart_fully(x: Ints) -> tuple:
    _, a, b = np.unique(x, axis=0, return_index=True, return_inverse=True)
    _, c, d = np.unique(x, axis=0, return_index=True, return_counts=True)
    _, e, f = np.unique(x, axis=0, return_inverse=True, return_counts=True)
    g, h, i, j = np.unique(x, return_index=True, return_inverse=True, return_counts=True, axis=0)
    return a, b, c, d, e, f, g, h, i, j


@compile()
def cubes(x: Cube) -> tuple:
    return np.unique(x, axis=1), np.unique(x, axis=2, return_counts=True)[1]


@compile()
def taken(x: Vector, places: list[int]) -> tuple:
    i = np.array(places, dtype=np.int64)
    return np.take(x, i, mode="clip"), np.take(x, i, mode="wrap"), np.take(x.reshape(1, -1), i, axis=1, mode="wrap"), x.take(i % 2)


@compile()
def copied(x: Vector, by: float) -> tuple:
    a, b = x.copy(), x.copy()
    np.copyto(a, by, where=x > 0)
    np.copyto(b[::2], x[1::2][: len(b[::2])], where=np.array(True))
    return a, b


@compile()
def items(x: Ints, row: int, column: int) -> tuple[int, int, int]:
    return x.item(row), x.T.item(row), x.item(row, column)


@compile()
def wrong_item(x: Ints) -> int:
    return x.item(0, 0, 0)


@compile()
def sizes(x: Ints, axis: int) -> tuple:
    return np.size(x), np.size(x, axis), np.size(x, -1), np.concat([x, x]).shape, np.permute_dims(x, (1, 0)).shape, np.matrix_transpose(x), x.mT, np.asanyarray(x)


@compile()
def dtypes(x: Matrix, b: Bytes) -> tuple:
    d = np.dtype("float32")
    return (
        x.dtype == d,
        x.dtype == np.dtype(np.float64),
        np.dtype("uint8") == b.dtype,
        b.astype(d),
        np.zeros(2, dtype=np.dtype(np.int16)),
        np.asarray(x, dtype=np.dtype(float)).dtype == np.float64,
        str(d),
    )


@compile()
def empty(numbers: list[int], floats: list[float], truths: list[bool]) -> tuple:
    return np.array(floats), np.array(numbers, dtype=np.int64), np.array(truths, dtype=bool), np.asarray(numbers, dtype=np.float32), np.array([])


@compile()
def both(x: Matrix, y: Vector, rows: bool) -> tuple:
    return np.cov(x, x[::-1], rows), np.corrcoef(y, y[::-1] * 2 + 1), np.cov(y, y**2, ddof=0), np.corrcoef(y, y[::-1])[0, 1]


@compile()
def both_wrongly(x: Vector, y: Vector) -> tuple:
    return (np.cov(x, y),)


@compile()
def fitted(x: Vector, y: Vector, degree: int) -> Vector:
    return np.polyfit(x, y, degree)


@compile()
def fitted_ints(y: Vector) -> tuple:
    p = np.polyfit(np.arange(len(y)), y, 1)
    return p, np.polyval(p, np.arange(3))


@compile()
def turns(x: Vector, m: Matrix, period: float) -> tuple:
    return np.unwrap(x), np.unwrap(x, period=period), np.unwrap(m, axis=0), np.unwrap(x, 4.0), np.unwrap(np.arange(5) * 4)


@compile()
def ratios(start: float, stop: float, count: int) -> tuple:
    return np.geomspace(start, stop, count), np.geomspace(start, stop, num=count, endpoint=False)


F = np.array([[1.5, -2.0, 3.25], [0.5, 0.0, -0.0], [1e3, 7.0, -7.0]], dtype=np.float32)
I = np.array([[1, 2, 1], [0, 5, 0], [1, 2, 1], [-3, 5, -3]])
V = np.array([1.0, -0.5, 4.5, 2.0])
B = np.array([3, 200, 1, 255], dtype=np.uint8)

CASES = {
    "computed_in": [(F, B), (F[:0], B[:0]), (F.T, B[::-1])],
    "too_large": [(B, 5), (B, 256), (B, -1)],
    "running": [(F, B), (F[:0], B[:0]), (F[:, ::-1], B[::2])],
    "stored": [(V, F), (V[::-1], F[:1])],
    "stored_wrongly": [(V, 4), (V, 3), (V, 5), (V[:0], 0)],
    "told_apart": [(I, F), (I[:0], F[:0]), (I[:, ::-1], np.array([[np.nan, 1], [np.nan, 1], [0, 1]], dtype=np.float32))],
    "told_apart_fully": [(I,), (I[::-1],), (I[:, :0],)],
    "cubes": [(np.array([[[1, 1], [0, 2]], [[3, 3], [0, 1]]], dtype=np.int32),), (np.zeros((2, 0, 3), dtype=np.int32),)],
    "taken": [(V, [0, 5, -1, -9]), (V, []), (V[:0], [0]), (V[:0], [])],
    "copied": [(V, 9.5), (V, float("nan"))],
    "items": [(I, 0, 0), (I, -1, -1), (I, 2, 2), (I, 12, 0), (I, 3, 3), (I, -13, 0)],
    "wrong_item": [(I,)],
    "sizes": [(I, 0), (I, -2), (I, 2)],
    "dtypes": [(F, B)],
    "empty": [([], [], []), ([1], [2.5], [True])],
    "both": [(F, V, True), (F, V, False)],
    "both_wrongly": [(V, V), (V, V[:2])],
    "fitted": [(V, V**3, 2), (V, V, 0), (V[:0], V[:0], 1), (V, V[:2], 1), (V, V, -1)],
    "fitted_ints": [(V,), (np.array([1.0, 3.0, 5.0]),)],
    "turns": [(np.array([0.0, 3.0, 6.5, -3.0, np.pi * 3]), F, 5.0), (np.array([0.0, np.pi, 0.0, -np.pi]), F[:0], 2.0), (np.zeros(0), F[:1], 1.0)],
    "ratios": [(1.0, 1000.0, 4), (-2.0, -32.0, 5), (1e-3, 8.0, 1), (2.0, 5.0, 0), (0.0, 1.0, 3), (1.0, 2.0, -1)],
}
