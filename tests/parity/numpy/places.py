"""The places of arrays: `ndindex` and `ndenumerate`."""

import numpy as np
from hotforge import compile

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Vector = np.ndarray[tuple[int], np.dtype[np.int64]]
Cube = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]


@compile()
def listed(m: Matrix, v: Vector, c: Cube) -> tuple:
    return (
        [place for place in np.ndindex(m.shape)],
        list(np.ndindex(2, 3)),
        list(np.ndindex(len(v))),
        [i * j * k for i, j, k in np.ndindex(c.shape)],
        list(np.ndindex((1, 2, 1, 2))),
    )


@compile()
def negative(length: int) -> int:
    return len([place for place in np.ndindex(2, length)])


@compile()
def counted(m: Matrix, v: Vector, c: Cube) -> tuple:
    total = 0.0
    for (row, column), element in np.ndenumerate(m):
        total += row * 10 + column + float(element)
    odd = {place[0]: int(element) for place, element in np.ndenumerate(v[::-1]) if element % 2}
    return total, odd, [(place, int(element)) for place, element in np.ndenumerate(c.T)]


@compile()
def changed(m: Matrix) -> list[float]:
    m = m.copy()
    seen = []
    for (row, column), element in np.ndenumerate(m):
        seen.append(float(element))
        m[row, -1] = 7.5
    return seen


M = np.array([[1.5, -2.0, 3.0], [0.25, np.nan, 4.0]], dtype=np.float32)
V = np.array([3, -4, 5, 7])
C = np.arange(12, dtype=np.uint8).reshape(2, 3, 2)

CASES = {
    "listed": [(M, V, C), (M[:0], V[:0], C[:, :0]), (M.T, V[::2], C[::-1])],
    "negative": [(3,), (0,), (-1,)],
    "counted": [(M, V, C), (M[::-1, ::2], V[:0], C[:, 1:]), (M[:0], V, C[:0])],
    "changed": [(M,), (M[:, :1],)],
}
