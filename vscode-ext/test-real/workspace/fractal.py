import numpy as np
from hotforge import compile


@compile()
def fractal(size: int = 96, depth: int = 60) -> np.ndarray:
    """How long each point stays near the origin."""
    steps = np.zeros((size, size), dtype=np.int64)
    for row in range(size):
        for column in range(size):
            x0, y0 = column * 3.0 / size - 2.2, row * 3.0 / size - 1.5
            x, y, step = 0.0, 0.0, 0
            while x * x + y * y < 4.0 and step < depth:
                x, y = x * x - y * y + x0, 2.0 * x * y + y0
                step += 1
            steps[row, column] = step
    return steps
