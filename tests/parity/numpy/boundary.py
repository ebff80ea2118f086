"""Arrays as parameters and results: every dtype, any shape."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def doubled(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return x * 2


@compile()
def as_float32(x: npt.NDArray[np.float32]) -> tuple[float, int]:
    return float(x.sum()), x.size


@compile()
def of_bytes(x: npt.NDArray[np.uint8]) -> np.ndarray:
    return x.astype(np.float32) / 255


@compile()
def mask(x: npt.NDArray[np.bool_]) -> int:
    return int(x.sum())


CASES = {
    "doubled": [(np.array([1.0, 2.0]),), (np.arange(6.0).reshape(2, 3),), (np.arange(6.0).reshape(2, 3).T,), (np.arange(10.0)[::3],), (np.zeros((0, 3)),)],
    "as_float32": [(np.array([[1.5, 2.5]], dtype=np.float32),), (np.zeros(0, dtype=np.float32),)],
    "of_bytes": [(np.array([0, 128, 255], dtype=np.uint8),)],
    "mask": [(np.array([True, False, True]),)],
}
