"""sort, argsort and top-k."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def sort(values: list[float]) -> np.ndarray:
    return np.sort(np.array(values))


@compile()
def order(values: list[int]) -> np.ndarray:
    return np.argsort(np.array(values))


@compile()
def top(values: list[float], k: int) -> list[int]:
    return np.argsort(-np.array(values))[:k].tolist()


@compile()
def rows(values: list[list[int]]) -> np.ndarray:
    return np.sort(np.array(values), axis=1)


@compile()
def order_of_floats(x: npt.NDArray[np.float64]) -> np.ndarray:
    return np.argsort(x)


@compile()
def order_of_numbers(x: npt.NDArray[np.uint8], y: npt.NDArray[np.int32], z: npt.NDArray[np.float32]) -> list[np.ndarray]:
    return [np.argsort(x), np.argsort(y), np.argsort(z)]


@compile()
def stable_order(x: npt.NDArray[np.float64], axis: int) -> np.ndarray:
    return np.argsort(x, axis=axis, kind="stable")


@compile()
def kept(x: npt.NDArray[np.float64], least: float) -> list[np.ndarray]:
    return [x[x >= least], x[np.isnan(x)], x[::2][x[::2] < least]]


MIXED = np.array([0.5, -0.5, np.inf, -np.inf, 1e308, -1e308, 5e-324, -5e-324, np.nan, 2.0])
SHUFFLED = np.arange(500) * 337 % 500

CASES = {
    "sort": [([3.0, 1.0, 2.0],), ([2.0, float("nan"), 1.0],), ([],)],
    "order": [([3, 1, 2],), ([],)],
    "top": [([0.1, 0.9, 0.5], 2), ([0.1], 5)],
    "order_of_floats": [(MIXED,), (MIXED[::-1],), (SHUFFLED / 7 - 30,), (np.zeros(0),), (np.array([[3.0, 1.0], [0.0, 2.0]]),)],
    "order_of_numbers": [
        (np.array([255, 0, 128, 1], np.uint8), np.array([-(2**31), 2**31 - 1, 0, -1], np.int32), np.array([1.5, -2.5, 0.0], np.float32)),
        ((np.arange(100) * 37 % 256).astype(np.uint8), (SHUFFLED - 250).astype(np.int32), (SHUFFLED - 250).astype(np.float32)),
    ],
    "stable_order": [(np.array([1.0, 0.0, -0.0, 1.0, np.nan, 0.0] * 20), 0), (np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 0.0]]), 0)],
    "kept": [(MIXED, 0.0), (SHUFFLED / 2.0, 100.0), (np.zeros(0), 0.0), (np.ones(9), 1.0), (SHUFFLED.reshape(20, 25) / 1.0, 250.0), (np.array(3.0), 1.0)],
    "rows": [([[3, 1, 2], [9, 8, 7]],)],
}
