import numpy as np
from hotforge import compile

SKY = np.array([255.0, 96.0, 32.0])


@compile()
def sunset(width: int = 96, height: int = 64) -> np.ndarray:
    """An image: red, green and blue for each pixel."""
    down = np.linspace(0.0, 1.0, height).reshape(height, 1, 1)
    bright = np.ones((height, width, 1)) * (1.0 - down * 0.8)
    return (bright * SKY.reshape(1, 1, 3)).astype(np.uint8)
