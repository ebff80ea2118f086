"""Eigenvalues of matrices that need not be symmetric: real arrays where all of them are real, else complex ones."""

import numpy as np
from hotforge import compile

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Singles = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Cube = np.ndarray[tuple[int, int, int], np.dtype[np.float64]]

TOLERANCE = 1e-5


@compile()
def values(a: Matrix) -> tuple[str, list[float], list[float]]:
    found = np.linalg.eigvals(a)
    return str(found.dtype), sorted(np.round(np.real(found), 6).tolist()), sorted(np.round(np.imag(found), 6).tolist())


@compile()
def values_of_singles(a: Singles) -> tuple[str, list[float]]:
    found = np.linalg.eigvals(a)
    return str(found.dtype), sorted(np.round(found.real, 4).tolist())


@compile()
def values_of_stacks(a: Cube) -> tuple[str, tuple[int, ...], list[float]]:
    found = np.linalg.eigvals(a)
    return str(found.dtype), found.shape, sorted(np.round(np.abs(found), 6).ravel().tolist())


@compile()
def vectors(a: Matrix) -> tuple[str, bool, bool, bool]:
    found, columns = np.linalg.eig(a)
    lengths = np.sum(np.abs(columns) ** 2, axis=0)
    # One of the greatest elements of each vector is real.
    is_greatest = np.isclose(np.abs(columns), np.max(np.abs(columns), axis=0))
    return (
        str(columns.dtype),
        bool(np.allclose(np.abs(a @ columns - columns * found), 0.0, atol=1e-8)),
        bool(np.allclose(lengths, 1.0)),
        bool(np.all(np.any(is_greatest & np.isclose(np.imag(columns), 0.0), axis=0))),
    )


@compile()
def principal(points: Matrix) -> list[float]:
    """The usual way to principal components: of a symmetric matrix, so that all is real."""
    found, columns = np.linalg.eig(np.cov(points, rowvar=False))
    order = np.argsort(found.real)[::-1]
    return (np.abs(columns.real[:, order]) @ np.diag(found.real[order])).ravel().tolist()


TURN = np.array([[0.0, -1.0], [1.0, 0.0]])
CYCLE = np.roll(np.eye(4), 1, axis=0)
MATRICES = [
    np.array([[2.0, 0.0], [0.0, 3.0]]),
    TURN,
    CYCLE,
    np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 10.0]]),
    np.array([[5.0]]),
    np.zeros((0, 0)),
    np.zeros((2, 2)),
    np.array([[1.0, 2.0, 0.5], [-3.0, 0.1, 4.0], [0.0, 2.0, -7.0]]),
]
BROKEN = [np.ones((2, 3)), np.array([[np.nan, 1.0], [0.0, 1.0]]), np.array([[np.inf, 1.0], [0.0, 1.0]])]
CASES = {
    "values": [(matrix,) for matrix in MATRICES + BROKEN],
    "values_of_singles": [(matrix.astype(np.float32),) for matrix in MATRICES],
    "values_of_stacks": [(np.stack([TURN, np.eye(2)]),), (np.stack([np.eye(2), 2 * np.eye(2)]),), (np.zeros((0, 2, 2)),)],
    "vectors": [(matrix,) for matrix in MATRICES if matrix.size] + [(matrix,) for matrix in BROKEN],
    "principal": [(np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 0.25], [4.0, 7.0]]),)],
}
