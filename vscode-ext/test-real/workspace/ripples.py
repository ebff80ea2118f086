import numpy as np
from hotforge import compile


@compile()
def ripples(size: int = 48, waves: float = 3.0) -> np.ndarray:
    """Rings around the middle of a square."""
    rows = np.linspace(-1.0, 1.0, size).reshape(size, 1)
    columns = np.linspace(-1.0, 1.0, size).reshape(1, size)
    distance = np.sqrt(rows * rows + columns * columns)
    return np.cos(distance * waves * np.pi) * np.exp(-distance)
