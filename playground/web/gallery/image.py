"""Image preprocessing: from a picture to the normalised array that a vision model takes."""

import numpy as np
from hotforge import compile
from PIL import Image

MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)


@compile()
def preprocess(image: Image.Image, size: int = 64) -> np.ndarray:
    """Resize, crop to a square, normalise: (1, 3, size, size)."""
    scale = size / min(image.width, image.height)
    width, height = round(image.width * scale), round(image.height * scale)
    resized = image.convert("RGB").resize((width, height), Image.Resampling.BILINEAR)
    left, top = (width - size) // 2, (height - size) // 2
    square = resized.crop((left, top, left + size, top + size))
    pixels = np.asarray(square).astype(np.float32) / 255
    normalised = (pixels - MEAN) / DEVIATION
    return normalised.transpose(2, 0, 1)[np.newaxis]
