"""Making arrays: dtypes are numpy's own choice unless given."""

import numpy as np

from hotforge import compile


@compile()
def of_ints(values: list[int]) -> np.ndarray:
    return np.array(values)


@compile()
def of_floats(values: list[float]) -> np.ndarray:
    return np.array(values)


@compile()
def of_bools(values: list[bool]) -> np.ndarray:
    return np.array(values)


@compile()
def of_rows(rows: list[list[int]]) -> np.ndarray:
    return np.array(rows, dtype=np.int64)


@compile()
def typed(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.uint8)


@compile()
def filled(n: int) -> list[np.ndarray]:
    return [np.zeros(n), np.ones((n, 2)), np.full((2, n), 7.5)]


@compile()
def zeros_int(n: int, m: int) -> np.ndarray:
    return np.zeros((n, m), dtype=np.int32)


@compile()
def counted(start: int, stop: int, step: int) -> np.ndarray:
    return np.arange(start, stop, step)


@compile()
def spaced(a: float, b: float, n: int) -> np.ndarray:
    return np.linspace(a, b, n)


@compile()
def identity(n: int) -> np.ndarray:
    return np.eye(n)


@compile()
def like(values: list[int]) -> np.ndarray:
    return np.zeros_like(np.array(values)) + np.ones_like(np.array(values))


CASES = {
    "of_ints": [([1, 2, 3],), ([-1],)],
    "of_floats": [([1.5, float("nan")],), ([],)],
    "of_bools": [([True, False],)],
    "of_rows": [([[1, 2], [3, 4]],), ([[], []],), ([[1], [2, 3]],)],
    "typed": [([0, 255],), ([256],), ([-1],)],
    "filled": [(3,), (0,)],
    "zeros_int": [(2, 3), (0, 3), (-1, 2)],
    "counted": [(0, 10, 3), (5, 0, -2), (0, 0, 1)],
    "spaced": [(0.0, 1.0, 5), (1.0, 1.0, 1), (0.0, 1.0, 0)],
    "identity": [(3,), (0,)],
    "like": [([1, 2],)],
}
