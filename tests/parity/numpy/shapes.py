"""reshape, transpose, concatenate, stack and friends."""

import numpy as np

from hotforge import compile


@compile()
def reshape(n: int, rows: int) -> np.ndarray:
    return np.arange(n).reshape(rows, -1)


@compile()
def transpose(rows: list[list[int]]) -> list[np.ndarray]:
    x = np.array(rows)
    return [x.T, x.transpose(1, 0), np.transpose(x)]


@compile()
def properties(rows: list[list[float]]) -> tuple[int, int, int, int, str]:
    x = np.array(rows, dtype=np.float32)
    return x.shape[0], x.shape[1], x.ndim, x.size, str(x.dtype)


@compile()
def joined(a: list[float], b: list[float]) -> list[np.ndarray]:
    x, y = np.array(a), np.array(b)
    return [np.concatenate([x, y]), np.stack([x, x]), np.stack([y, y], axis=1), np.vstack([x, x]), np.hstack([x, y])]


@compile()
def joined_axis(rows: list[list[int]]) -> np.ndarray:
    x = np.array(rows)
    return np.concatenate([x, x * 10], axis=1)


@compile()
def mismatch(a: list[float], b: list[float]) -> np.ndarray:
    return np.stack([np.array(a), np.array(b)])


@compile()
def squeezed(values: list[float]) -> list[np.ndarray]:
    x = np.array(values)
    return [np.squeeze(x[None, :, None]), np.expand_dims(x, 0), x[None].flatten(), x[:, None].ravel()]


@compile()
def cast(values: list[float]) -> list[int]:
    return np.array(values).astype(np.int64).tolist()


@compile()
def cast_float32(values: list[float]) -> np.ndarray:
    return np.array(values).astype(np.float32)


@compile()
def length(rows: list[list[int]]) -> tuple[int, int]:
    x = np.array(rows)
    return len(x), len(x[0])


CASES = {
    "reshape": [(6, 2), (6, 4), (0, 2), (6, 6)],
    "transpose": [([[1, 2, 3], [4, 5, 6]],)],
    "properties": [([[1.0, 2.0]],)],
    "joined": [([1.0, 2.0], [3.0, 4.0])],
    "joined_axis": [([[1, 2], [3, 4]],)],
    "mismatch": [([1.0], [2.0]), ([1.0], [2.0, 3.0])],
    "squeezed": [([1.0, 2.0],)],
    "cast": [([1.9, -1.9, 0.0],)],
    "cast_float32": [([0.1, 1e300, -0.0],)],
    "length": [([[1, 2], [3, 4]],)],
}
