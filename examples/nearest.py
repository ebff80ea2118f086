"""Finds the vectors most similar to a query by their cosine."""

from typing import Annotated

import numpy as np
import numpy.typing as npt
from hotforge import Parameter, compile


@compile()
def nearest(
    query: Annotated[npt.NDArray[np.float32], Parameter.Embedding(description="(D,)")],
    vectors: Annotated[npt.NDArray[np.float32], Parameter.Embedding(description="(N, D)")],
    k: int = 3,
) -> list[tuple[int, float]]:
    """The `k` nearest rows of `vectors`: index and cosine, best first."""
    rows = vectors.reshape(-1, query.size)
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(query)
    scores = rows @ query.reshape(-1) / np.maximum(lengths, 1e-12)
    order = np.argsort(-scores)[:k]
    return [(int(i), float(scores[i])) for i in order]


if __name__ == "__main__":
    print(nearest(np.array([1, 0], np.float32), np.array([[1, 1], [2, 0], [-1, 0]], np.float32)))
