"""JPEG and WebP with loss, JPEG of inks, PNG of 16 bits: pixels and files are those of the libraries that Pillow uses."""

import io

import numpy as np
from PIL import Image

from _images import encoded, photo, pixels, shaded
from hotforge import compile

#: A page has other decoders: the largest difference of a number of a pixel.
OTHER_LIBM = 16


@compile()
def opened(data: bytes) -> tuple[str, str | None, Image.Image]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.format, image


@compile()
def inks(data: bytes) -> tuple[str, tuple[int, int], Image.Image, Image.Image, Image.Image, bytes]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.size, image.convert("RGB"), image.convert("L"), image.convert("RGBA"), image.tobytes()


@compile()
def deep(data: bytes) -> tuple[str, Image.Image, Image.Image, Image.Image, Image.Image, bytes]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.convert("I"), image.convert("F"), image.convert("L"), image.convert("RGB"), image.tobytes()


@compile()
def jpeg(image: Image.Image, quality: int, optimize: bool, progressive: bool, subsampling: int) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=optimize, progressive=progressive, subsampling=subsampling)
    return file.getvalue()


@compile()
def jpeg_by_default(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, format="JPEG")
    return file.getvalue()


@compile()
def webp(image: Image.Image, quality: int, lossless: bool, method: int, exact: bool) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP", quality=quality, lossless=lossless, method=method, exact=exact)
    return file.getvalue()


@compile()
def webp_by_default(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP")
    return file.getvalue()


@compile()
def webp_alpha(image: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    image.save(file, "WEBP", alpha_quality=quality)
    return file.getvalue()


IMAGES = [photo(64, 48, 20), photo(1, 1), photo(200, 133), photo(17, 5, 20)]
SHADED = shaded(40, 30)
DEEP = [Image.fromarray(np.random.default_rng(1).integers(0, 65536, (7, 9), dtype=np.uint16)), Image.fromarray(np.arange(300, dtype=np.uint16).reshape(3, 100))]

CASES = {
    "opened": [
        *((encoded(image.convert(mode), "JPEG", quality=quality),) for image in IMAGES for mode in ["L", "RGB"] for quality in [5, 75, 95]),
        *((encoded(image, "JPEG", subsampling=subsampling, progressive=progressive),) for image in IMAGES for subsampling in [0, 1, 2] for progressive in [False, True]),
        *((encoded(image, "WEBP", quality=quality),) for image in [*IMAGES, SHADED] for quality in [10, 80, 95]),
    ],
    "inks": [(encoded(image.convert("CMYK"), "JPEG"),) for image in IMAGES],
    "deep": [(encoded(image, "PNG"),) for image in DEEP],
    "jpeg": [
        *((image.convert(mode), quality, optimize, optimize, -1) for image in IMAGES for mode in ["L", "RGB", "1"] for quality in [-1, 0, 5, 20, 95, 100, 300] for optimize in [False, True]),
        *((image, 80, optimize, not optimize, subsampling) for image in IMAGES for optimize in [False, True] for subsampling in [0, 1, 2, 9]),
    ],
    "jpeg_by_default": [(image.convert(mode),) for image in IMAGES for mode in ["L", "RGB", "RGBA"]],
    "webp": [
        *((image.convert(mode), quality, False, 4, False) for image in [*IMAGES, SHADED] for mode in ["L", "RGB", "RGBA", "P"] for quality in [-1, 0, 50, 100, 101]),
        *((image, 80, lossless, method, exact) for image in [IMAGES[0], SHADED] for lossless in [False, True] for method in [-1, 0, 6, 7] for exact in [False, True]),
    ],
    "webp_by_default": [(image.convert(mode),) for image in [*IMAGES, SHADED] for mode in ["1", "L", "LA", "RGB", "RGBA", "P"]] + [(pixels("RGB", 0, 3),)],
    "webp_alpha": [(SHADED, quality) for quality in [-1, 0, 50, 100, 101]],
}
