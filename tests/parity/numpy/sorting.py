"""sort, argsort and top-k."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def sort(values: list[float]) -> np.ndarray:
    return np.sort(np.array(values))


@compile()
def order(values: list[int]) -> np.ndarray:
    return np.argsort(np.array(values, dtype=np.int64))


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


@compile()
def many_floats(x: npt.NDArray[np.float64]) -> list[np.ndarray]:
    """More than fit into a processor's registers, and many of them equal."""
    singles = x.astype(np.float32)
    values, first, places, counts = np.unique(x[~np.isnan(x)], return_index=True, return_inverse=True, return_counts=True)
    orders = [np.argsort(x, kind="stable"), np.argsort(singles, kind="stable"), first, places, counts]
    return [np.sort(x, kind="stable"), np.sort(singles, kind="stable"), values, *orders]


@compile()
def many_integers(x: npt.NDArray[np.int64]) -> list[np.ndarray]:
    words, bytes = x.astype(np.int32), x.astype(np.uint8)
    sorted = [np.sort(x), np.sort(words), np.sort(bytes)]
    return [*sorted, np.argsort(x, kind="stable"), np.argsort(words, kind="stable"), np.argsort(bytes, kind="stable")]


@compile()
def many_of_other_types(x: npt.NDArray[np.int64]) -> list[np.ndarray]:
    unsigned, words, halves = x.astype(np.uint64), x.astype(np.uint32), (x % 1000 / 7).astype(np.float16)
    sorted = [np.sort(unsigned), np.sort(words), np.sort(halves)]
    return [*sorted, np.argsort(unsigned, kind="stable"), np.argsort(words, kind="stable"), np.argsort(halves, kind="stable")]


@compile()
def many_rows(x: npt.NDArray[np.float64]) -> list[np.ndarray]:
    cube = x.reshape(-1, 30, 5)
    return [np.sort(cube, axis=axis) for axis in range(3)]


MIXED = np.array([0.5, -0.5, np.inf, -np.inf, 1e308, -1e308, 5e-324, -5e-324, np.nan, 2.0])
SHUFFLED = np.arange(500) * 337 % 500
RANDOM = np.random.default_rng(3)
INTEGERS = [
    RANDOM.integers(-(2**63), 2**63, 20_000),
    RANDOM.integers(-5, 5, 2_000),
    np.tile([2**63 - 1, 2**31 - 1, -(2**31), -(2**63), -1], 99),
    np.full(700, 2**63 - 1),
]

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
    "many_floats": [
        (RANDOM.standard_normal(20_000),),
        (np.round(RANDOM.standard_normal(3_000), 1),),
        (np.tile(MIXED, 50),),
        (np.tile([0.0, -0.0, np.nan], 400),),
        (np.arange(9_000.0)[::-1],),
        (np.zeros(1_000),),
    ],
    "many_integers": [(integers,) for integers in INTEGERS],
    "many_of_other_types": [(integers,) for integers in INTEGERS],
    "many_rows": [(RANDOM.standard_normal(30_000),), (np.tile(MIXED, 150),)],
}
