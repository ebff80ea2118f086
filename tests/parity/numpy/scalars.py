"""numpy scalars: their text, their arithmetic, their conversion."""

import numpy as np

from hotforge import compile


@compile()
def converted(x: float) -> tuple[float, int, str]:
    value = np.float32(x)
    return float(value), int(value), str(value)


@compile()
def elements(values: list[float]) -> list[str]:
    return [f"{value:.3f}" for value in np.array(values)]


@compile()
def shown(values: list[int]) -> list[str]:
    x = np.array(values)
    return [str(x[0]), repr(x[0]), f"{x[0]}"]


@compile()
def items(values: list[float]) -> tuple[list[float], float]:
    x = np.array(values, dtype=np.float32)
    return x.tolist(), x[0].item()


CASES = {
    "converted": [(0.1,), (-2.75,), (1e10,)],
    "elements": [([1.0, 2.5],), ([],)],
    "shown": [([5, 6],)],
    "items": [([0.1, 0.2],)],
}
