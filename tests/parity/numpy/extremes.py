"""The greatest and least elements and where they are, at every length around that of a vector: NaN, ties, axes, dtypes."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def of_floats(x: npt.NDArray[np.float64]) -> tuple[float, float, int, int]:
    return float(x.max()), float(x.min()), int(x.argmax()), int(x.argmin())


@compile()
def of_small_floats(x: npt.NDArray[np.float32]) -> tuple[float, float, int, int]:
    return float(x.max()), float(x.min()), int(x.argmax()), int(x.argmin())


@compile()
def of_ints(x: npt.NDArray[np.int64]) -> tuple[int, int, int, int]:
    return int(x.max()), int(x.min()), int(x.argmax()), int(x.argmin())


@compile()
def of_bytes(x: npt.NDArray[np.uint8]) -> tuple[int, int, int, int]:
    return int(x.max()), int(x.min()), int(x.argmax()), int(x.argmin())


@compile()
def of_bools(x: npt.NDArray[np.bool_]) -> tuple[bool, bool, int, int]:
    return bool(x.max()), bool(x.min()), int(x.argmax()), int(x.argmin())


@compile()
def along_axes(x: np.ndarray[tuple[int, int, int], np.dtype[np.float64]]) -> list[np.ndarray]:
    return [x.max(axis=0), x.max(axis=1), x.min(axis=-1), x.min(axis=-2, keepdims=True), np.max(x, axis=(0, 1)), x.max(axis=(1, 2))]


@compile()
def places_along_axes(x: np.ndarray[tuple[int, int, int], np.dtype[np.float64]]) -> list[np.ndarray]:
    return [x.argmax(axis=0), x.argmin(axis=1), x.argmax(axis=2)]


@compile()
def of_rows(x: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> list[np.ndarray]:
    return [x.max(axis=0), x.min(axis=0), x.argmax(axis=0), x.argmax(axis=1), x[:, ::2].max(axis=0), x[::-1].min(axis=0)]


def zigzag(length: int) -> np.ndarray:
    return np.arange(length) * 37 % 101 - 50


def with_nan(length: int, *places: int) -> np.ndarray:
    x = zigzag(length).astype(float)
    x[list(places)] = np.nan
    return x


LENGTHS = [1, 2, 15, 16, 17, 31, 32, 33, 47, 48, 64, 65, 96, 200, 1000]
NANS = [with_nan(32, 0), with_nan(32, 31), with_nan(48, 17), with_nan(65, 64), with_nan(200, 3, 150), np.full(40, np.nan)]
INFINITIES = [np.full(40, np.inf), np.full(33, -np.inf), np.array([0.0] * 20 + [-np.inf] + [0.0] * 20), np.zeros(0)]
BLOCK = with_nan(6 * 9 * 20, 500).reshape(6, 9, 20)
BLOCKS = [BLOCK, BLOCK[:, ::2, ::-1], BLOCK.T, np.zeros((2, 0, 3)), np.zeros((0, 3, 10)), np.ones((1, 1, 1))]

CASES = {
    "of_floats": [(zigzag(length) / 4,) for length in LENGTHS] + [(x,) for x in NANS + INFINITIES] + [(zigzag(90).reshape(9, 10)[::2, ::-3] / 2,)],
    "of_small_floats": [(zigzag(length).astype("f4"),) for length in LENGTHS] + [(x.astype("f4"),) for x in NANS + INFINITIES],
    "of_ints": [(zigzag(length),) for length in LENGTHS] + [(np.array([2**63 - 1, -(2**63)] * 20),), (np.zeros(50, int),)],
    "of_bytes": [(zigzag(length).astype("u1"),) for length in LENGTHS] + [(np.array([255, 0] * 30, "u1"),)],
    "of_bools": [(zigzag(length) > 45,) for length in LENGTHS] + [(np.ones(70, bool),), (np.zeros(70, bool),)],
    "along_axes": [(x,) for x in BLOCKS],
    "places_along_axes": [(x,) for x in BLOCKS],
    "of_rows": [(zigzag(rows * columns).reshape(rows, columns),) for rows, columns in ((1, 1), (2, 7), (3, 8), (5, 9), (40, 33), (3, 100))],
}
