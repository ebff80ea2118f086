"""`np.shape`."""

import numpy as np

from hotforge import compile


@compile()
def of_matrix(rows: int, columns: int) -> str:
    array = np.zeros((rows, columns))
    height, width = np.shape(array)
    return f"{np.shape(array)} {height * width} {np.shape(array[0]) if rows else ()}"


@compile()
def of_vector(items: list[float]) -> int:
    return np.shape(np.array(items))[0]


CASES = {
    "of_matrix": [(2, 3), (0, 4), (1, 1)],
    "of_vector": [([1.0, 2.0],), ([],)],
}
