"""JPEG, and WebP with loss: what other decoders and encoders make of them differs a little."""

import io

import numpy as np
from PIL import Image

from hotforge import compile

#: The largest difference of a number of a pixel: decoders round otherwise, and encoders take colours together otherwise.
TOLERANCE = 8


def photo(width: int, height: int) -> Image.Image:
    """Soft colours with an edge, as photographs have them."""
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    waves = [np.sin(5 * x + 2 * y), np.cos(4 * y), np.sin(3 * x * y + 1)]
    colors = np.stack([128 + 100 * wave for wave in waves], axis=-1)
    return Image.fromarray(colors.astype(np.uint8))


def encoded(image: Image.Image, format: str, **options) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


@compile()
def opened(data: bytes) -> tuple[str, str | None, Image.Image]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.format, image


@compile()
def quality(image: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(io.BytesIO(file.getvalue()))


IMAGES = [photo(width, height) for width, height in [(64, 48), (1, 1), (200, 133)]]

CASES = {
    "opened": [
        *((encoded(image.convert(mode), "JPEG", quality=quality),) for image in IMAGES for mode in ["L", "RGB"] for quality in [75, 95]),
        *((encoded(image, "JPEG", subsampling=subsampling, progressive=progressive),) for image in IMAGES for subsampling in [0, 1, 2] for progressive in [False, True]),
        *((encoded(image, "WEBP", quality=quality),) for image in IMAGES for quality in [80, 95]),
    ],
    "quality": [(image.convert(mode), quality) for image in IMAGES for mode in ["L", "RGB"] for quality in [90, 95, 100]],
}
