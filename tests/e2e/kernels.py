"""Kernels on large arrays, whose memory is measured: `python kernels.py KERNEL [BUNDLE]` prints how many bytes a call takes at
its peak, of the Python function or of the one in the bundle.
"""

import gc
import sys
from pathlib import Path

import numpy as np

from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Single = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Pixels = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]
Planes = np.ndarray[tuple[int, int, int], np.dtype[np.float32]]


@compile()
def polynomial(x: Vector) -> Vector:
    return ((((0.1 * x - 0.4) * x + 0.7) * x - 0.2) * x + 1.5) * x - 3.0


@compile()
def gelu(x: Single) -> Single:
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
    return np.float32(0.5) * x * (np.float32(1.0) + np.tanh(inner))


@compile()
def softmax(scores: Single) -> Single:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


@compile()
def mean_square(x: Vector) -> float:
    clipped = np.clip(x, -1.0, 1.0)
    return float(np.mean((clipped * 0.5 + 0.5) ** 2))


@compile()
def lengths(vectors: Matrix) -> Vector:
    return np.sqrt(np.sum(vectors * vectors, axis=1))


@compile()
def jacobi(grid: Matrix, steps: int) -> Matrix:
    a = grid.copy()
    b = grid.copy()
    for _ in range(steps):
        b[1:-1, 1:-1] = 0.2 * (a[1:-1, 1:-1] + a[1:-1, :-2] + a[1:-1, 2:] + a[2:, 1:-1] + a[:-2, 1:-1])
        a[1:-1, 1:-1] = 0.2 * (b[1:-1, 1:-1] + b[1:-1, :-2] + b[1:-1, 2:] + b[2:, 1:-1] + b[:-2, 1:-1])
    return a


@compile()
def planes(pixels: Pixels) -> Planes:
    scaled = (pixels.astype(np.float32) / np.float32(255.0) - np.float32(0.449)) / np.float32(0.226)
    return np.ascontiguousarray(scaled.transpose(2, 0, 1))


@compile()
def accumulated(x: Vector, steps: int) -> Vector:
    total = np.zeros(x.shape[0])
    for step in range(steps):
        total += x * step - 1.0
    return total


def arguments(scale: int) -> dict[str, tuple]:
    """Those of each kernel: at scale 1 of some hundred elements, at scale 64 of a million or two."""
    square = 32 * scale
    return {
        "polynomial": (np.linspace(-2.0, 2.0, 512 * scale * scale),),
        "gelu": (np.linspace(-2.0, 2.0, square * square, dtype=np.float32).reshape(square, square),),
        "softmax": (np.linspace(-2.0, 2.0, square * square, dtype=np.float32).reshape(square, square),),
        "mean_square": (np.linspace(-2.0, 2.0, 512 * scale * scale),),
        "lengths": (np.linspace(-2.0, 2.0, square * square).reshape(square, square),),
        "jacobi": (np.linspace(-2.0, 2.0, square * square).reshape(square, square), 2),
        "planes": (np.zeros((square, square, 3), dtype=np.uint8),),
        "accumulated": (np.linspace(-2.0, 2.0, 512 * scale * scale), 3),
    }


def peak_of(function, given: tuple) -> int:
    """The bytes by which the process is larger at its largest during the call than before."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    before = status("VmRSS")
    function(*given)
    return status("VmHWM") - before


def status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def main() -> None:
    import hotforge

    name, *bundle = sys.argv[1:]
    function = hotforge.load(bundle[0])[name] if bundle else globals()[name]
    function(*arguments(1)[name])
    print(peak_of(function, arguments(64)[name]))


if __name__ == "__main__":
    main()
