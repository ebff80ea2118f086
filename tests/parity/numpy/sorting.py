"""sort, argsort and top-k."""

import numpy as np

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


CASES = {
    "sort": [([3.0, 1.0, 2.0],), ([2.0, float("nan"), 1.0],), ([],)],
    "order": [([3, 1, 2],), ([],)],
    "top": [([0.1, 0.9, 0.5], 2), ([0.1], 5)],
    "rows": [([[3, 1, 2], [9, 8, 7]],)],
}
