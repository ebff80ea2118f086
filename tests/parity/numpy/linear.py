"""matmul, dot, norm."""

import numpy as np

from hotforge import compile

TOLERANCE = 1e-6


@compile()
def matrix_vector(rows: list[list[float]], values: list[float]) -> np.ndarray:
    return np.array(rows) @ np.array(values)


@compile()
def matrix_matrix(a: list[list[float]], b: list[list[float]]) -> np.ndarray:
    return np.matmul(np.array(a), np.array(b))


@compile()
def dot(a: list[float], b: list[float]) -> float:
    return float(np.dot(np.array(a), np.array(b)))


@compile()
def norms(rows: list[list[float]]) -> list[np.ndarray]:
    x = np.array(rows)
    return [np.linalg.norm(x, axis=1), np.linalg.norm(x, axis=0, keepdims=True)]


@compile()
def norm(values: list[float]) -> float:
    return float(np.linalg.norm(np.array(values)))


@compile()
def normalised32(rows: list[list[float]]) -> np.ndarray:
    x = np.array(rows, dtype=np.float32)
    return x / np.linalg.norm(x, axis=1, keepdims=True)


CASES = {
    "matrix_vector": [([[1.0, 2.0], [3.0, 4.0]], [0.5, -1.0]), ([[1.0, 2.0]], [1.0])],
    "matrix_matrix": [([[1.0, 2.0]], [[3.0], [4.0]]), ([[1.0, 2.0], [3.0, 4.0]], [[0.0, 1.0], [1.0, 0.0]])],
    "dot": [([1.0, 2.0], [3.0, 4.0]), ([], [])],
    "norms": [([[3.0, 4.0], [6.0, 8.0]],)],
    "norm": [([3.0, 4.0],), ([],)],
    "normalised32": [([[3.0, 4.0], [1.0, 1.0]],)],
}
