"""numpy 2's promotion: Python numbers are weak, arrays and scalars are not."""

import numpy as np

from hotforge import compile


@compile()
def float32_stays(values: list[float]) -> np.ndarray:
    return np.array(values, dtype=np.float32) * 2.5 + 1


@compile()
def float32_and_float64(values: list[float]) -> np.ndarray:
    return np.array(values, dtype=np.float32) + np.array(values)


@compile()
def int32_and_float(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.int32) * 0.5


@compile()
def int32_and_float32(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.int32) * np.array(values, dtype=np.float32)


@compile()
def unsigned_and_signed(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.uint8) - np.array(values, dtype=np.int8)


@compile()
def uint64_and_int64(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.uint64) + np.array(values, dtype=np.int64)


@compile()
def bools(values: list[bool]) -> list[np.ndarray]:
    x = np.array(values)
    return [x & ~x, x | x, x ^ True]


@compile()
def bool_sum(values: list[bool]) -> np.ndarray:
    return np.array(values) + 1


@compile()
def scalars(x: float) -> np.ndarray:
    return np.array([1, 2], dtype=np.float32) * np.float64(x)


CASES = {
    "float32_stays": [([0.1, 0.2],)],
    "float32_and_float64": [([0.1, 0.2],)],
    "int32_and_float": [([1, 2],)],
    "int32_and_float32": [([1, 2],)],
    "unsigned_and_signed": [([1, 2],)],
    "uint64_and_int64": [([1, 2],)],
    "bools": [([True, False],)],
    "bool_sum": [([True, False],)],
    "scalars": [(0.1,)],
}
