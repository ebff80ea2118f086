"""Images as models take them; beside Pillow, which the Python functions use."""

import io

import numpy as np
from hotforge import compile
from PIL import Image

Planes = np.ndarray[tuple[int, int, int], np.dtype[np.float32]]


@compile()
def decode(data: bytes, size: int) -> Planes:
    """A file as planes of numbers."""
    image = Image.open(io.BytesIO(data)).convert("RGB").resize((size, size), Image.Resampling.BILINEAR)
    scaled = np.asarray(image).astype(np.float32) / np.float32(255.0)
    return np.ascontiguousarray(scaled.transpose(2, 0, 1))


@compile()
def thumbnail(pixels: np.ndarray[tuple[int, int, int], np.dtype[np.uint8]], size: int) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """Made small by the best filter."""
    image = Image.fromarray(pixels).convert("RGB")
    return np.asarray(image.resize((size, size), Image.Resampling.LANCZOS))


_random = np.random.default_rng(11)
_pixels = np.repeat(np.repeat(_random.integers(0, 256, (60, 80, 3), dtype=np.uint8), 8, axis=0), 8, axis=1)
_file = io.BytesIO()
Image.fromarray(_pixels).save(_file, "PNG")

ARGUMENTS = {
    "decode": (_file.getvalue(), 224),
    "thumbnail": (_pixels, 128),
}

_pixels = np.repeat(np.repeat(_random.integers(0, 256, (240, 320, 3), dtype=np.uint8), 12, axis=0), 12, axis=1)
_file = io.BytesIO()
Image.fromarray(_pixels).save(_file, "PNG")

LARGE = {
    "decode": (_file.getvalue(), 224),
    "thumbnail": (_pixels, 512),
}
