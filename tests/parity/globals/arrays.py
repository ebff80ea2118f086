"""numpy arrays as globals."""

import numpy as np

from hotforge import compile

MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
MATRIX = np.arange(6, dtype=np.float64).reshape(2, 3)
TABLE = np.array([10, 20, 30])


@compile()
def centred(values: list[float]) -> np.ndarray:
    return np.array(values, dtype=np.float32) - MEAN


@compile()
def product(values: list[float]) -> np.ndarray:
    return MATRIX @ np.array(values)


@compile()
def lookup(index: int) -> int:
    return int(TABLE[index])


CASES = {
    "centred": [([1.0, 2.0, 3.0],)],
    "product": [([1.0, 0.5, -1.0],)],
    "lookup": [(0,), (-1,), (3,)],
}
