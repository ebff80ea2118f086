"""Operands of several dtypes and forms together: arrays, numpy's scalars, lists and Python's numbers."""

import numpy as np

from hotforge import compile

TOLERANCE = 1e-12


@compile()
def forms(values: list[int], number: int) -> list[np.ndarray]:
    x = np.array(values, dtype=np.uint8)
    scalar = np.int64(number)
    return [x + scalar, scalar - x, x * np.float32(0.5), x / scalar, x // np.int32(3), x % scalar, -x.astype(np.int32) ** 2]


@compile()
def scalars(a: int, b: float) -> tuple[np.int64, np.float64, np.float32, np.float64, np.bool_]:
    x, y = np.int64(a), np.float32(b)
    return x + 2, x * y, y * 2, np.maximum(x, b), x < y


@compile()
def beyond(values: list[int], number: int) -> list[np.ndarray]:
    x = np.array(values, dtype=np.uint8)
    return [x < number, x == number, x >= number, number > x, x != number]


@compile()
def beyond_the_dtype(values: list[int], number: int) -> np.ndarray:
    return np.array(values, dtype=np.uint8) + number


@compile()
def quotients(values: list[int], number: int) -> list[np.ndarray]:
    """A Python int becomes a float by itself: it may be beyond the dtype."""
    x = np.array(values, dtype=np.uint8)
    return [x / 256, x / number, number / x[1:], x / 1000 - 0.5, np.arctan2(x, number), np.hypot(number, x), np.copysign(x, number)]


@compile()
def quotients_of_scalars(values: list[int], number: int) -> tuple[np.float64, np.float64, np.float64]:
    x = np.array(values, dtype=np.int8)
    return x[0] / number, number / x[0], np.divide(x[0], number)


@compile()
def rounded(values: list[int], decimals: int) -> np.ndarray:
    """numpy rounds whole numbers in floats."""
    return np.array(values).round(decimals)


@compile()
def crossed(rows: list[int], columns: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """The positions keep their dtypes."""
    return np.ix_(np.array(rows, dtype=np.uint8), np.array(columns, dtype=np.uint8))


@compile()
def chosen(values: list[float], other: float) -> list[np.ndarray]:
    x = np.array(values, dtype=np.float32)
    return [np.where(x > other, x, other), np.where(x > other, x, np.float64(other)), np.where(x > other, 1, 0)]


@compile()
def in_place(values: list[float], other: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    x = np.array(values)
    alias = x
    x += np.array(other, dtype=np.int32)
    x *= 2
    whole = np.array(other)
    whole -= 1
    whole //= 2
    alias[0] = True
    return x, alias, whole


@compile()
def written(values: list[int], value: float) -> tuple[np.ndarray, np.ndarray]:
    x = np.array(values, dtype=np.float32)
    x[1:] = value
    x[-1] = np.int64(3)
    y = np.zeros((2, len(values)), dtype=np.int32)
    y[0] = np.array(values)
    y[:, 0] = np.array([7, 8], dtype=np.uint8)
    return x, y


@compile()
def together(values: list[int], more: list[float]) -> list[np.ndarray]:
    x, y = np.array(values, dtype=np.int32), np.array(more)
    return [
        np.concatenate([x.astype(np.float64), y]),
        np.append(x, more),
        np.convolve(x, y),
        np.outer(x, y),
        np.matmul(x, x.reshape(-1, 1)),
        np.dot(y, y.astype(np.float32).reshape(-1, 1)),
        np.polyval(y, x),
        np.interp(y, x, y[: len(values)]),
    ]


@compile()
def places(values: list[int], indices: list[int]) -> list[np.ndarray]:
    x = np.array(values)
    return [
        np.take(x, indices),
        x[indices],
        np.delete(x, indices),
        np.insert(x, 1, indices[0]),
        np.isin(x, indices),
        np.searchsorted(x, np.array(indices, dtype=np.float64)),
        np.repeat(x, 2)[::3],
        np.roll(x, 2),
        np.pad(x, 1, mode="constant", constant_values=9),
    ]


@compile()
def pairs(a: list[int], b: int) -> tuple[np.ndarray, np.ndarray, np.float64, np.float64]:
    quotient, remainder = np.divmod(np.array(a), b)
    fraction, whole = np.modf(np.float64(b) / 4)
    return quotient, remainder, fraction, whole


@compile()
def reduced(values: list[list[float]]) -> list[np.ndarray]:
    x = np.array(values, dtype=np.float32)
    return [x.sum(axis=0), x.mean(axis=1), x.std(axis=0), x.max(axis=(0, 1), keepdims=True), np.cumsum(x, axis=1), x.argmax(axis=1)]


CASES = {
    "quotients": [([1, 2, 255], -3), ([7, 0, 3], 300), ([9], 0), ([], 2**40), ([5, 6], 7)],
    "quotients_of_scalars": [([5], 200), ([-5], -1000), ([0], 0), ([7], 2)],
    "rounded": [([127, 5, 15, 25, 2**63 - 1, 2**62 + 7], -1), ([250, 149, 50], -2), ([7], -400), ([1, 2], 3), ([5], -22)],
    "crossed": [([0, 2], [1]), ([], [3, 1]), ([255], [])],
    "forms": [([0, 1, 7, 255], 3), ([5], -2), ([], 1), ([1, 2], 0)],
    "scalars": [(3, 2.5), (-4, -0.0), (0, float("nan")), (2**40, 1e300)],
    "beyond": [([0, 5, 255], 256), ([0, 5, 255], -1), ([0, 5], 5), ([], 1000)],
    "beyond_the_dtype": [([1, 250], 10), ([1], 256), ([1], -1), ([], 300)],
    "chosen": [([1.5, 2.5, float("nan")], 2.0), ([0.1], 0.1), ([], 1.0)],
    "in_place": [([1.5, -2.0, 0.25], [1, 2, 3]), ([1.0], [-5]), ([1.0, 2.0], [1, 2, 3])],
    "written": [([1, 2, 3], 2.5), ([1], -0.0), ([], 1.0)],
    "together": [([1, 2, 3], [0.5, -1.0, 2.0]), ([4], [0.5]), ([1, 2], [1.0, 2.0, 3.0])],
    "places": [([1, 3, 5, 7], [0, 2]), ([2], [0]), ([1, 2], [5]), ([1, 2, 3], [-1])],
    "pairs": [([7, -7, 0], 2), ([7, -7], -3), ([1], 0), ([0], 5)],
    "reduced": [([[1.0, 2.5], [-3.0, 4.0]],), ([[0.1]],)],
}
