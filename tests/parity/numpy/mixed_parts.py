"""Arrays beside lists, tuples and arrays of other dtypes: what numpy makes of them first."""

import numpy as np
import numpy.typing as npt

from hotforge import compile

Bytes = np.ndarray[tuple[int], np.dtype[np.uint8]]
Floats = np.ndarray[tuple[int], np.dtype[np.float32]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Ints = np.ndarray[tuple[int], np.dtype[np.int64]]

#: `sum` adds in another order.
TOLERANCE = 1e-6


@compile()
def joined(bytes_: Bytes, floats: Floats, ints: Ints) -> list[np.ndarray]:
    return [
        np.concatenate([[0], ints, [0]]),
        np.concatenate(([0], bytes_, [0, 300])),
        np.concatenate([floats, [0.1]]).astype(np.float64),
        np.concatenate((floats, np.array([0.1]))),
        np.concatenate([bytes_, floats]).astype(np.float64),
        np.concatenate([bytes_ > 3, ints]),
        np.concatenate([(1, 2), floats]),
        np.hstack([ints, floats]),
        np.hstack((bytes_, [1.5], floats)),
        np.append(bytes_, [1, 2]),
    ]


@compile()
def stacked(floats: Floats, ints: Ints) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    return np.stack([floats, ints]), np.vstack([floats, ints, ints]), np.column_stack((ints, floats)), np.array([floats, ints])


@compile()
def wrong(matrix: Matrix, ints: Ints) -> np.ndarray:
    return np.concatenate([matrix, ints.reshape(1, -1)])


@compile()
def encoded(mask: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> str:
    """Lengths of runs, as masks are written."""
    pixels = np.concatenate([[0], mask.flatten(), [0]])
    runs = np.where(pixels[1:] != pixels[:-1])[0] + 1
    runs[1::2] -= runs[::2]
    return " ".join(str(run) for run in runs)


@compile()
def normalised(image: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    changed = image.copy()
    changed -= [0.485, 0.456, 0.406]
    changed /= (0.229, 0.224, 0.225)
    return (image - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225], [1, 2, 3] * image, (1, 2.5, 3) - image, changed


@compile()
def with_ints(ints: Ints, by: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return ints + by, by // ints, ints ** [2]


@compile()
def cast(floats: Floats, ints: Ints, number: np.float64) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, str]:
    return np.uint8(abs(floats) * 10), np.float32([[0, 1], [2.5, 3]]), np.int64(floats), np.float64(ints), repr(np.float32(number))


@compile()
def same(floats: Floats) -> tuple[np.ndarray, np.ndarray]:
    """An array of the dtype is not copied."""
    alias, other = np.float32(floats), np.float64(floats)
    alias[0] = 7
    return floats, other


@compile()
def beyond(number: int) -> np.ndarray:
    return np.uint8([number, 1])


@compile()
def shapes(ints: Ints) -> tuple[np.ndarray, int]:
    height, width = ints.max(), ints.min() + 1
    blank = np.zeros((height - 1, width), dtype=np.uint8)
    return blank, np.full(height, 1.5).size


ROWS = [[1, 2, 3], [0, 255, 7], [4, 4, 4]]

CASES = {
    "joined": [(np.array(row, np.uint8), np.array(row, np.float32) / 7, np.array(row, np.int64)) for row in [*ROWS, []]],
    "stacked": [(np.array(row, np.float32) / 3, np.array(row, np.int64)) for row in [*ROWS, []]],
    "wrong": [(np.ones((2, 3), np.float32), np.array(row)) for row in [[1, 2, 3], [1, 2]]],
    "encoded": [(np.array(mask, np.uint8),) for mask in [[[0, 1, 1], [1, 0, 0], [0, 0, 1]], [[0, 0]], [[1]], [[], []]]],
    "normalised": [(np.array(rows, np.float32).reshape(-1, 3),) for rows in [[0, 0.5, 1], [1, 2, 3, -4, np.inf, 0], []]],
    "with_ints": [(np.array([1, -2, 3]), by) for by in [[4, 5, 6], [7], [1, 2]]],
    "cast": [(np.array(row, np.float32) / 20, np.array(row), np.float64(number)) for row in ROWS for number in [0.1, np.nan, -0.0]],
    "same": [(np.array(row, np.float32),) for row in ROWS],
    "beyond": [(number,) for number in [0, 255, 256, -1]],
    "shapes": [(np.array(row),) for row in [[3, 4], [1, 1], [0, 0], [5, -3]]],
}
