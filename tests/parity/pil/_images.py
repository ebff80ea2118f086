"""The images of the cases."""

import io

import numpy as np
from PIL import Image


def pixels(mode: str, width: int = 7, height: int = 5, seed: int = 0) -> Image.Image:
    """An image of random pixels."""
    numbers = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    if mode == "F":
        return Image.fromarray(numbers[..., 0].astype(np.float32) * 1.7 - 60)
    if mode == "I":
        return Image.fromarray(numbers[..., 0].astype(np.int32) * 3 - 200)
    image = Image.fromarray(numbers, "RGBA")
    return image if mode == "RGBA" else image.convert("RGB").convert(mode)


def photo(width: int, height: int, noise: int = 0) -> Image.Image:
    """Soft colours with an edge, as photographs have them, and noise."""
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    waves = [np.sin(5 * x + 2 * y), np.cos(4 * y), np.sin(3 * x * y + 1)]
    colors = np.stack([128 + 100 * wave for wave in waves], axis=-1)
    grain = np.random.default_rng(4).integers(-noise, noise + 1, colors.shape)
    return Image.fromarray((colors + grain).clip(0, 255).astype(np.uint8))


def shaded(width: int, height: int) -> Image.Image:
    """A photograph that fades out: parts of it cannot be seen."""
    image = photo(width, height, 20).convert("RGBA")
    image.putalpha(Image.radial_gradient("L").resize((width, height)).point(lambda value: 0 if value < 60 else value))
    return image


def encoded(image: Image.Image, format: str, **options) -> bytes:
    """The image as a file."""
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()
