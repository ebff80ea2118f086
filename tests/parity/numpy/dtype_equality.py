"""dtypes beside classes, names, `None` and one another."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hotforge import compile



@compile()
def compared(x: NDArray[np.float32], y: NDArray[np.int64]) -> list[bool]:
    return [
        x.dtype == np.float32,
        x.dtype != np.float32,
        x.dtype == np.float64,
        np.float32 == x.dtype,
        x.dtype == "float32",
        x.dtype != "float64",
        x.dtype == float,
        y.dtype == int,
        y.dtype == np.int64,
        x.dtype == y.dtype,
        x.dtype == (x + x).dtype,
        x.dtype in (np.float32, np.float64),
        y.dtype in (np.float32, np.float64),
        y.dtype not in [np.float32, np.int64],
        y.dtype in [np.float32],
        x.dtype in [np.float32],
        x.dtype == None,  # noqa: E711
        x.astype(np.float64).dtype == None,  # noqa: E711
        x.dtype == 3,
        x.astype(bool).dtype == bool,
        x.dtype == np.mean,
    ]


@compile()
def as_floats(x: NDArray[np.uint8]) -> NDArray[np.float32]:
    values = x
    if values.dtype == np.uint8:
        return values.astype(np.float32) / 255
    return values.astype(np.float32)


CASES: dict[str, list[tuple[Any, ...]]] = {
    "compared": [(np.ones(2, np.float32), np.ones(2, np.int64))],
    "as_floats": [(np.array([0, 51, 255], np.uint8),)],
}
