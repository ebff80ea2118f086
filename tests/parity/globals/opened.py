"""Globals that the module reads from files when it runs: arrays of an archive, and an image by its path."""

import tempfile
from pathlib import Path

import numpy as np
from hotforge import compile
from PIL import Image

with tempfile.TemporaryDirectory() as folder:
    np.savez(Path(folder) / "weights.npz", w=np.arange(6.0).reshape(2, 3), b=np.array([0.5, -0.5], dtype=np.float32), names=np.int64([3, 1]))
    np.save(Path(folder) / "table.npy", np.array([[1, 2], [3, 4]], dtype=np.uint8))
    Image.linear_gradient("L").resize((4, 3)).save(Path(folder) / "logo.png")
    with np.load(Path(folder) / "weights.npz") as archive:
        WEIGHTS, BIAS = archive["w"], archive["b"]
        NAMES = archive["names"]
    TABLE = np.load(Path(folder) / "table.npy")
    # Its pixels are read when they are asked for.
    LOGO = Image.open(Path(folder) / "logo.png")


@compile()
def layer(x: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[np.ndarray, str, int]:
    return WEIGHTS @ x + BIAS, repr(TABLE), int(NAMES[0])


@compile()
def logo(size: tuple[int, int]) -> tuple[Image.Image, str, tuple[int, int]]:
    return LOGO.convert("RGB").resize(size), LOGO.mode, LOGO.size


CASES = {"layer": [(np.array([1.0, -2.0, 0.25]),)], "logo": [((4, 3),), ((9, 2),)]}
