"""Elementwise functions and clip."""

import numpy as np

from hotforge import compile

TOLERANCE = 1e-6


@compile()
def elementwise(values: list[float]) -> list[np.ndarray]:
    x = np.array(values)
    return [np.exp(x), np.sqrt(np.abs(x)), np.tanh(x), np.log1p(np.abs(x)), np.sin(x), np.cos(x)]


@compile()
def rounded(values: list[float]) -> list[np.ndarray]:
    x = np.array(values)
    return [np.floor(x), np.ceil(x), np.round(x), np.sign(x)]


@compile()
def clipped(values: list[float], low: float, high: float) -> np.ndarray:
    return np.clip(np.array(values), low, high)


@compile()
def softmax(values: list[float]) -> np.ndarray:
    x = np.array(values)
    e = np.exp(x - x.max())
    return e / e.sum()


@compile()
def sigmoid32(values: list[float]) -> np.ndarray:
    x = np.array(values, dtype=np.float32)
    return 1 / (1 + np.exp(-x))


@compile()
def scalar(x: float) -> tuple[float, float]:
    return float(np.sqrt(x)), float(np.exp(-x))


CASES = {
    "elementwise": [([0.0, 1.0, -2.5],), ([],)],
    "rounded": [([0.5, 1.5, -0.5, 2.4],)],
    "clipped": [([-1.0, 0.5, 2.0], 0.0, 1.0), ([float("nan"), 3.0], 0.0, 1.0)],
    "softmax": [([1.0, 2.0, 3.0],), ([1000.0, 1000.0],)],
    "sigmoid32": [([0.0, 1.0, -1.0],)],
    "scalar": [(2.0,), (0.0,)],
}
