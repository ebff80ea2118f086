"""Random numbers: numpy's own sequences for a seed."""

import numpy as np

from hotforge import compile


@compile()
def floats(seed: int, count: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    single = np.array([rng.random(), rng.uniform(-2.0, 3.0), rng.normal(1.0, 0.5), rng.standard_normal()])
    return [single, rng.random(count), rng.uniform(0.0, 10.0, count), rng.standard_normal((2, count)), rng.normal(5.0, 2.0, size=count)]


@compile()
def half(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).random(7, dtype=np.float32)


@compile()
def whole(seed: int, low: int, high: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    first = rng.integers(low, high)
    return [np.array([first]), rng.integers(low, high, 9), rng.integers(low, high, size=(2, 3), endpoint=True), rng.random(2)]


@compile()
def orders(seed: int, count: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    values = np.arange(count) * 10
    rng.shuffle(values)
    rows = np.arange(2 * count).reshape(count, 2)
    return [values, rng.permutation(count), rng.permutation(values), rng.permutation(rows)]


@compile()
def choices(seed: int, population: int, count: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    values = np.linspace(0.0, 1.0, population)
    return [
        rng.choice(population, count),
        rng.choice(population, count, replace=False),
        rng.choice(values, (2, 2)),
        rng.choice(values, count, replace=False),
        np.array([rng.choice(values)]),
    ]


@compile()
def weighted(seed: int, weights: list[float]) -> np.ndarray:
    return np.random.default_rng(seed).choice(3, 20, p=weights)


@compile()
def out_of_order(seed: int, low: int, high: int, size: int) -> list[str]:
    """What is said of bounds in the wrong order; where nothing is asked for, nothing."""
    rng = np.random.default_rng(seed)
    said = []
    for place in range(6):
        try:
            if place == 0:
                rng.integers(low, high)
            elif place == 1:
                rng.integers(low, high, endpoint=True)
            elif place == 2:
                rng.integers(low, high, size)
            elif place == 3:
                rng.integers(high)
            elif place == 4:
                rng.uniform(low, high)
            else:
                rng.uniform(low, high, size)
        except ValueError as error:
            said.append(str(error))
    return said


@compile()
def many_normals(seed: int) -> np.ndarray:
    # Long enough to leave the strips of the ziggurat.
    return np.random.default_rng(seed).standard_normal(20_000)[::7]


CASES = {
    "floats": [(0, 3), (1, 0), (42, 20), (2**63 - 1, 5), (2**32, 4), (-1, 1)],
    "half": [(0,), (7,)],
    "whole": [(0, 0, 10), (3, -5, 5), (4, 0, 2**32), (5, 0, 2**32 + 1), (6, -(2**62), 2**62), (7, 0, 1), (8, 3, 3), (9, 5, 2), (10, 0, 3_000_000_000)],
    "orders": [(0, 1), (1, 5), (2, 0), (3, 100)],
    "choices": [(0, 5, 3), (1, 1, 1), (2, 20_000, 1000), (3, 30, 30), (4, 3, 5), (5, 100, 7)],
    "weighted": [(0, [0.2, 0.3, 0.5]), (1, [1.0, 0.0, 0.0]), (2, [0.5, 0.5, 0.5]), (3, [-0.5, 1.0, 0.5]), (4, [1.0, 0.0])],
    "out_of_order": [(0, 0, -1, 2), (1, 3, 1, 0), (2, 5, 5, 1), (3, 0, 0, 0), (4, -3, -9, 4), (5, 1, 2, -1)],
    "many_normals": [(11,), (12,)],
}
