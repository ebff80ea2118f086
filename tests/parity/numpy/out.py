"""Results of functions that go element by element, stored in arrays that are given for them: `out`, `where`; reductions that
leave elements out; and what `np.where` makes of values that are no arrays."""

import numpy as np
import numpy.typing as npt

from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Ints = np.ndarray[tuple[int], np.dtype[np.int64]]


@compile()
def stored(x: Vector, y: Vector, out: Vector) -> tuple[Vector, Vector]:
    result = np.add(x, y, out=out)
    result[:1] = -1.0
    return result, out


@compile()
def safe_division(x: Matrix, y: Matrix) -> Matrix:
    return np.divide(x, y, out=np.zeros_like(x), where=y != 0)


@compile()
def in_place(x: Vector) -> Vector:
    np.exp(x, out=x)
    np.clip(x, 0.5, 2, out=x)
    np.negative(x[::-1], out=x)
    return x


@compile()
def converted(x: Ints, y: float) -> tuple[npt.NDArray[np.float32], Ints]:
    halves = np.zeros(len(x), dtype=np.float32)
    np.multiply(x, y, out=halves)
    sums = np.zeros(len(x), dtype=np.int64)
    np.add(x, True, out=sums, where=x % 2 == 0)
    return halves, sums


@compile()
def stretched(x: Vector, rows: int) -> Matrix:
    out = np.full((rows, 3), 9.0)
    np.sqrt(x, out=out)
    np.maximum(out, 1.0, out=out[:1], where=np.array([True, False, True]))
    return out


@compile()
def ignored(x: Vector) -> Vector:
    return np.floor(x, out=None) + np.square(x, where=True)


@compile()
def left_out(x: Matrix, limit: float) -> tuple[float, Vector, float, bool, bool, Matrix]:
    kept = x > limit
    return (
        float(np.sum(x, where=kept)),
        np.sum(x, axis=0, where=kept),
        float(np.prod(x, where=kept[:, :1])),
        bool(np.any(x, where=~kept)),
        bool(np.all(x, where=kept)),
        np.sum(x, axis=1, keepdims=True, where=True),
    )


@compile()
def counted(x: Ints) -> tuple[int, int]:
    return int(np.sum(x > 1, where=x % 2 == 0)), int(np.prod(x, where=x != 0))


@compile()
def chosen(condition: bool, x: float, k: int) -> tuple[np.ndarray[tuple[()], np.dtype[np.float64]], float, str, tuple[int, ...]]:
    either = np.where(condition, x, k)
    return either, float(np.where(x > 0, x, 0.0)), repr(np.where(k > 1, k, -1)), either.shape


A, B = np.array([1.0, -2.5, np.nan]), np.array([0.0, 2.5, np.inf])
CASES = {
    "stored": [(A, B, np.zeros(3)), (A, B[:1], np.zeros(3)), (A[:1], B[:1], np.zeros(3)), (A, B, np.zeros(1))],
    "safe_division": [(np.array([[1.0, 2.0], [-0.0, 5.0]]), np.array([[0.0, 4.0], [0.0, -1.0]])), (np.zeros((0, 2)), np.zeros((0, 2))), (np.ones((1, 2)), np.zeros((2, 2)))],
    "in_place": [(A,), (np.zeros(0),), (np.arange(5.0) - 2,)],
    "converted": [(np.arange(-3, 4), 0.5), (np.array([2**62]), 1.5)],
    "stretched": [(np.array([4.0, 0.25, 9.0]), 2), (np.array([4.0]), 3), (np.array([4.0, 1.0]), 3), (np.array([4.0, 0.25, 9.0]), 0)],
    "ignored": [(A,)],
    "left_out": [(np.array([[1.0, 2.0], [-3.0, 0.0]]), limit) for limit in [-9.0, 0.0, 9.0]] + [(np.zeros((0, 2)), 0.0)],
    "counted": [(np.arange(-3, 7),), (np.zeros(0, dtype=np.int64),)],
    "chosen": [(condition, x, k) for condition in [True, False] for x in [-1.5, float("nan"), 2.0] for k in [-1, 2]],
}
