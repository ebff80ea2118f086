"""Predictors whose results are more than text."""

import numpy as np
from hotforge import compile
from points import Point, nearest


@compile()
def ripples(size: int = 48, waves: float = 3.0) -> np.ndarray:
    """Rings around the middle of a square."""
    rows = np.linspace(-1.0, 1.0, size).reshape(size, 1)
    columns = np.linspace(-1.0, 1.0, size).reshape(1, size)
    distance = np.sqrt(rows * rows + columns * columns)
    return np.cos(distance * waves * np.pi) * np.exp(-distance)


@compile()
def sunset(width: int = 96, height: int = 64) -> np.ndarray:
    """An image: red, green and blue for each pixel."""
    down = np.linspace(0.0, 1.0, height).reshape(height, 1, 1)
    colors = np.array([255.0, 96.0, 32.0]).reshape(1, 1, 3)
    bright = np.ones((height, width, 1)) * (1.0 - down * 0.8)
    return (bright * colors).astype(np.uint8)


@compile()
def swing(steps: int = 400) -> list[float]:
    """A pendulum that comes to rest."""
    position, speed = 1.0, 0.0
    places = []
    for _ in range(steps):
        speed = speed * 0.99 - position * 0.02
        position = position + speed
        places.append(position)
    return places


@compile()
def find(names: list[str], wanted: str) -> Point:
    """The point of a name, or an error."""
    print("looking for", wanted)
    return nearest({name: Point(name, index) for index, name in enumerate(names)}, wanted)
