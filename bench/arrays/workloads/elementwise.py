"""Chains of elementwise operators, and reductions along an axis: what models are made of between their matrix products."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Pixels = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]
Planes = np.ndarray[tuple[int, int, int], np.dtype[np.float32]]


@compile()
def softmax(scores: Matrix) -> Matrix:
    """Of each row."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


@compile()
def layer_norm(x: Matrix, gain: np.ndarray[tuple[int], np.dtype[np.float32]]) -> Matrix:
    """Of each row."""
    centred = x - x.mean(axis=1, keepdims=True)
    variance = (centred * centred).mean(axis=1, keepdims=True)
    return centred / np.sqrt(variance + np.float32(1e-5)) * gain


@compile()
def gelu(x: Matrix) -> Matrix:
    """By the usual approximation."""
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
    return np.float32(0.5) * x * (np.float32(1.0) + np.tanh(inner))


@compile()
def haversine(lat: Vector, lon: Vector, to_lat: Vector, to_lon: Vector) -> Vector:
    """Kilometres between places, pair by pair."""
    a = np.sin((to_lat - lat) / 2.0) ** 2
    b = np.cos(lat) * np.cos(to_lat) * np.sin((to_lon - lon) / 2.0) ** 2
    return 6371.0 * 2.0 * np.arcsin(np.sqrt(a + b))


@compile()
def polynomial(x: Vector) -> Vector:
    """By Horner's rule."""
    return ((((0.1 * x - 0.4) * x + 0.7) * x - 0.2) * x + 1.5) * x - 3.0


@compile()
def normalise_pixels(pixels: Pixels) -> Planes:
    """An image as a vision model takes it: planes of numbers about zero."""
    scaled = (pixels.astype(np.float32) / np.float32(255.0) - np.float32(0.449)) / np.float32(0.226)
    return np.ascontiguousarray(scaled.transpose(2, 0, 1))


@compile()
def mandelbrot(real: Vector, imaginary: Vector, steps: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How many steps each point stays small, all points at a time."""
    x = np.zeros_like(real)
    y = np.zeros_like(real)
    count = np.zeros(real.shape[0], dtype=np.int64)
    for _ in range(steps):
        x2 = x * x
        y2 = y * y
        stays = x2 + y2 < 4.0
        y = np.where(stays, 2.0 * x * y + imaginary, y)
        x = np.where(stays, x2 - y2 + real, x)
        count += stays
    return count


@compile()
def clip_and_scale(x: Vector) -> float:
    """The mean square of what is left between two bounds."""
    clipped = np.clip(x, -1.0, 1.0)
    return float(np.mean((clipped * 0.5 + 0.5) ** 2))


_random = np.random.default_rng(7)
_matrix = _random.standard_normal((256, 384)).astype(np.float32)
_places = [_random.uniform(-1.5, 1.5, 100_000) for _ in range(4)]
_vector = _random.standard_normal(1_000_000)

ARGUMENTS = {
    "softmax": (_matrix,),
    "layer_norm": (_matrix, _matrix[0]),
    "gelu": (_matrix,),
    "haversine": tuple(_places),
    "polynomial": (_vector,),
    "normalise_pixels": (_random.integers(0, 256, (480, 640, 3), dtype=np.uint8),),
    "mandelbrot": (_random.uniform(-2, 1, 20_000), _random.uniform(-1.5, 1.5, 20_000), 50),
    "clip_and_scale": (_vector,),
}

_matrix = _random.standard_normal((4096, 1024)).astype(np.float32)
_places = [_random.uniform(-1.5, 1.5, 2_000_000) for _ in range(4)]
_vector = _random.standard_normal(10_000_000)

LARGE = {
    "softmax": (_matrix,),
    "layer_norm": (_matrix, _matrix[0]),
    "gelu": (_matrix,),
    "haversine": tuple(_places),
    "polynomial": (_vector,),
    "normalise_pixels": (_random.integers(0, 256, (2160, 3840, 3), dtype=np.uint8),),
    "mandelbrot": (_random.uniform(-2, 1, 400_000), _random.uniform(-1.5, 1.5, 400_000), 50),
    "clip_and_scale": (_vector,),
}
