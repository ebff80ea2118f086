"""Arrays: dtypes and dims are followed through every line; look at the hints."""

import numpy as np
import numpy.typing as npt
from hotforge import compile


@compile()
def attention(queries: npt.NDArray[np.float32], keys: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Scaled dot-product attention weights of two matrices."""
    q = queries.reshape(-1, queries.shape[-1])
    k = keys.reshape(-1, keys.shape[-1])
    scores = q @ k.T / np.sqrt(np.float32(q.shape[1]))
    scores = scores - scores.max(axis=1, keepdims=True)
    weights = np.exp(scores)
    return weights / weights.sum(axis=1, keepdims=True)
