"""The largest and least of numbers of Python and of numpy: which object it is, and in which dtype they are compared."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def of_two(x: np.float32, y: float, n: int) -> list[str]:
    return [repr(value) for value in (max(y, x), min(y, x), max(x, y), min(x, y), max(n, x), min(x, n, y))]


@compile()
def of_ints(x: np.uint8, y: np.int64, n: int) -> list[str]:
    return [repr(value) for value in (max(n, y), min(n, x), max(x, y, n), min(y, n, x))]


@compile()
def scaled(audio: npt.NDArray[np.float32]) -> npt.NDArray[np.int16]:
    """As speech synthesisers do."""
    return np.clip(audio * (32767.0 / max(0.01, np.max(np.abs(audio)))), -32767, 32767).astype("int16")


FLOATS = [0.01, 0.5, -0.0, 0.0, 1e30, float("nan"), float("inf")]
CASES = {
    "of_two": [(np.float32(x), y, n) for x in [*FLOATS, 0.1] for y in [0.01, 0.1, 0.0, float("nan")] for n in [0, -1]],
    "of_ints": [(np.uint8(x), np.int64(y), n) for x in [0, 255] for y in [-1, 255, 2**62] for n in [0, 255, -300, 2**62]],
    "scaled": [(np.array(samples, dtype=np.float32),) for samples in [[0.5, -0.25], [0.0, 0.001], [3.0]]],
}
