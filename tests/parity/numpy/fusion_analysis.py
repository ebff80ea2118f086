"""Chains of elementwise functions with functions of analysis in them, which numpy does not give to the bit either."""

import numpy as np

from hotforge import compile

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
Singles = np.ndarray[tuple[int], np.dtype[np.float32]]

TOLERANCE = 1e-6


@compile()
def analysis(x: Floats, y: Singles) -> list[np.ndarray]:
    return [np.exp(-x * x), np.log(x * x + 1.0), np.tanh(x / 2.0) + 1.0, np.sin(x - 1.0) ** 2, np.exp(y - 1) / 2, np.cos(y * y)]


LONG = np.linspace(-3.0, 3.0, 1300)

CASES = {
    "analysis": [
        (LONG, np.linspace(-5, 5, 77, dtype=np.float32)),
        (np.array([0.0, -0.0, np.nan, 1e3, -1e3, 1e-300]), np.array([0.0, np.nan, 80.0, -90.0], dtype=np.float32)),
        (np.array([1e6, 3e5, -7e8, 1.0]), np.array([1e3, 1e4], dtype=np.float32)),
    ],
}
