"""Neighbours on a grid: slices that overlap."""

import numpy as np
from hotforge import compile

Grid = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Cells = np.ndarray[tuple[int, int], np.dtype[np.int64]]


@compile()
def jacobi(grid: Grid, steps: int) -> Grid:
    """Each cell becomes the mean of itself and four neighbours."""
    a = grid.copy()
    b = grid.copy()
    for _ in range(steps):
        b[1:-1, 1:-1] = 0.2 * (a[1:-1, 1:-1] + a[1:-1, :-2] + a[1:-1, 2:] + a[2:, 1:-1] + a[:-2, 1:-1])
        a[1:-1, 1:-1] = 0.2 * (b[1:-1, 1:-1] + b[1:-1, :-2] + b[1:-1, 2:] + b[2:, 1:-1] + b[:-2, 1:-1])
    return a


@compile()
def heat(grid: Grid, steps: int) -> Grid:
    """Heat spreads."""
    u = grid.copy()
    for _ in range(steps):
        across = u[1:-1, 2:] - 2.0 * u[1:-1, 1:-1] + u[1:-1, :-2]
        down = u[2:, 1:-1] - 2.0 * u[1:-1, 1:-1] + u[:-2, 1:-1]
        u[1:-1, 1:-1] = u[1:-1, 1:-1] + 0.1 * (across + down)
    return u


@compile()
def convolve(image: Grid, kernel: Grid) -> Grid:
    """Two dimensions, where the kernel fits."""
    height = image.shape[0] - kernel.shape[0] + 1
    width = image.shape[1] - kernel.shape[1] + 1
    result = np.zeros((height, width))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            result += kernel[i, j] * image[i : i + height, j : j + width]
    return result


@compile()
def max_pool(image: Grid) -> Grid:
    """The largest of each two by two."""
    top = np.maximum(image[::2, ::2], image[::2, 1::2])
    bottom = np.maximum(image[1::2, ::2], image[1::2, 1::2])
    return np.maximum(top, bottom)


@compile()
def life(cells: Cells, steps: int) -> Cells:
    """Conway's game, on a grid with edges."""
    state = cells.copy()
    for _ in range(steps):
        n = np.zeros_like(state)
        n[1:-1, 1:-1] = (
            state[:-2, :-2] + state[:-2, 1:-1] + state[:-2, 2:] + state[1:-1, :-2]
            + state[1:-1, 2:] + state[2:, :-2] + state[2:, 1:-1] + state[2:, 2:]
        )
        state = np.where((n == 3) | ((n == 2) & (state == 1)), 1, 0)
    return state


_random = np.random.default_rng(8)
_grid = _random.standard_normal((256, 256))

ARGUMENTS = {
    "jacobi": (_grid, 20),
    "heat": (_grid, 20),
    "convolve": (_grid, _random.standard_normal((5, 5))),
    "max_pool": (_grid,),
    "life": (_random.integers(0, 2, (200, 200)), 10),
}

_grid = _random.standard_normal((2000, 2000))

LARGE = {
    "jacobi": (_grid, 10),
    "heat": (_grid, 10),
    "convolve": (_grid, _random.standard_normal((5, 5))),
    "max_pool": (_grid,),
    "life": (_random.integers(0, 2, (1000, 1000)), 10),
}
