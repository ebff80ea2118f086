import numpy as np
from hotforge import compile


@compile()
def sample(seed: int = 7) -> list[float]:
    return np.random.default_rng(seed).random(4).tolist()
