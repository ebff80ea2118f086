"""Loops over numbers and arrays."""

import math

import numpy as np
from hotforge import compile


@compile()
def mandelbrot(size: int, limit: int) -> int:
    """How many steps all points of a square take to escape."""
    total = 0
    for row in range(size):
        for column in range(size):
            a = 3.0 * column / size - 2.0
            b = 2.0 * row / size - 1.0
            x = y = 0.0
            steps = 0
            while steps < limit and x * x + y * y <= 4.0:
                x, y = x * x - y * y + a, 2.0 * x * y + b
                steps += 1
            total += steps
    return total


@compile()
def collatz(limit: int) -> int:
    """The longest way to 1."""
    longest = 0
    for start in range(1, limit):
        number = start
        length = 1
        while number != 1:
            number = number // 2 if number % 2 == 0 else 3 * number + 1
            length += 1
        longest = max(longest, length)
    return longest


@compile()
def integral(steps: int) -> float:
    """Of a bell curve, by Simpson's rule."""
    width = 6.0 / steps
    total = 0.0
    for step in range(steps + 1):
        x = -3.0 + step * width
        weight = 1.0 if step == 0 or step == steps else (4.0 if step % 2 == 1 else 2.0)
        total += weight * math.exp(-0.5 * x * x)
    return total * width / 3.0


@compile()
def monte_carlo(samples: int) -> float:
    """Pi, by a linear congruential generator."""
    state = 12345
    hits = 0
    for _ in range(samples):
        state = (state * 1103515245 + 12345) % 2147483648
        x = state / 2147483648
        state = (state * 1103515245 + 12345) % 2147483648
        y = state / 2147483648
        if x * x + y * y <= 1.0:
            hits += 1
    return 4.0 * hits / samples


@compile()
def pairwise(points: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """The sum of distances between all pairs of points."""
    count, size = points.shape
    total = 0.0
    for first in range(count):
        for second in range(first):
            square = 0.0
            for axis in range(size):
                difference = points[first, axis] - points[second, axis]
                square += difference * difference
            total += math.sqrt(square)
    return total


@compile()
def smoothed(
    signal: np.ndarray[tuple[int], np.dtype[np.float64]], kernel: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A convolution, by its definition."""
    result = np.zeros(len(signal) - len(kernel) + 1)
    for place in range(len(result)):
        total = 0.0
        for offset in range(len(kernel)):
            total += signal[place + offset] * kernel[offset]
        result[place] = total
    return result


@compile()
def life(size: int, generations: int) -> int:
    """Conway's game on a torus: the living at the end."""
    board = np.zeros((size, size), dtype=np.int64)
    for row in range(size):
        for column in range(size):
            board[row, column] = (row * 7 + column * 13) % 5 == 0
    for _ in range(generations):
        following = np.zeros((size, size), dtype=np.int64)
        for row in range(size):
            for column in range(size):
                living = 0
                for down in range(-1, 2):
                    for right in range(-1, 2):
                        if down != 0 or right != 0:
                            living += board[(row + down) % size, (column + right) % size]
                if living == 3 or (living == 2 and board[row, column] == 1):
                    following[row, column] = 1
        board = following
    total = 0
    for row in range(size):
        for column in range(size):
            total += board[row, column]
    return int(total)


ARGUMENTS = {
    "mandelbrot": (80, 60),
    "collatz": (6_000,),
    "integral": (60_000,),
    "monte_carlo": (80_000,),
    "pairwise": (np.arange(600.0).reshape(150, 4) % 17,),
    "smoothed": (np.arange(4_000.0) % 23, np.arange(15.0) / 7),
    "life": (30, 8),
}
