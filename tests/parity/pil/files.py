"""Encoded files: opening them in the mode that Pillow opens them in, and writing them."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from _images import encoded, pixels
from hotforge import compile


def exif(orientation: int) -> bytes:
    data = Image.Exif()
    data[0x0112] = orientation
    return data.tobytes()


@compile()
def opened(data: bytes) -> tuple[tuple[int, int], str, str | None, Image.Image]:
    image = Image.open(io.BytesIO(data))
    return image.size, image.mode, image.format, image


@compile()
def converted(data: bytes, mode: str) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert(mode)


@compile()
def refused(data: bytes) -> str:
    try:
        image = Image.open(io.BytesIO(data))
    except UnidentifiedImageError as error:
        return "unidentified " + str(error)[:26]
    except OSError as error:
        return f"broken head: {error}"
    try:
        image.load()
    except OSError as error:
        return f"broken {image.mode} {image.size}: {error}"
    return "whole"


@compile()
def upright(data: bytes) -> Image.Image:
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data)))


@compile()
def upright_small(data: bytes) -> tuple[Image.Image, Image.Image]:
    image = Image.open(io.BytesIO(data)).convert("RGB").resize((4, 6))
    turned = ImageOps.exif_transpose(image)
    return turned, ImageOps.exif_transpose(turned)


@compile()
def png(image: Image.Image) -> tuple[str, Image.Image]:
    file = io.BytesIO()
    image.save(file, format="PNG")
    again = Image.open(io.BytesIO(file.getvalue()))
    return again.mode, again


@compile()
def png_level(image: Image.Image, level: int) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "png", optimize=True, compress_level=level)
    file.seek(0)
    return Image.open(file)


@compile()
def bmp(image: Image.Image) -> tuple[str, Image.Image]:
    file = io.BytesIO()
    image.save(file, "BMP")
    again = Image.open(io.BytesIO(file.getvalue()))
    return again.mode, again


@compile()
def webp(image: Image.Image) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "WEBP", lossless=True)
    return Image.open(io.BytesIO(file.getvalue()))


@compile()
def any_format(image: Image.Image, format: str) -> tuple[str, tuple[int, int]]:
    file = io.BytesIO()
    image.save(file, format)
    again = Image.open(io.BytesIO(file.getvalue()))
    return again.mode, again.size


photo = pixels("RGB", 40, 30)
palette = photo.quantize(16)
transparent = photo.quantize(16)
transparent.info["transparency"] = 3
alphas = photo.quantize(16)
alphas.info["transparency"] = bytes(range(0, 160, 10))
PNGS = [
    *(encoded(pixels(mode, *size), "PNG") for mode in ["1", "L", "LA", "P", "RGB", "RGBA"] for size in [(7, 5), (1, 1), (33, 2)]),
    encoded(palette, "PNG"),
    encoded(photo.quantize(2), "PNG"),
    encoded(photo.quantize(4), "PNG"),
    encoded(transparent, "PNG"),
    encoded(alphas, "PNG"),
    encoded(pixels("L"), "PNG", transparency=pixels("L").getpixel((0, 0))),
    encoded(photo, "PNG", transparency=photo.getpixel((3, 3))),
]
BMPS = [encoded(pixels(mode, *size), "BMP") for mode in ["1", "L", "P", "RGB", "RGBA"] for size in [(7, 5), (1, 1), (33, 2)]] + [encoded(palette, "BMP")]
WEBPS = [encoded(pixels(mode, *size), "WEBP", lossless=True, exact=True) for mode in ["RGB", "RGBA"] for size in [(7, 5), (1, 1), (33, 2)]]
CUT = encoded(photo, "PNG")
BROKEN = [
    *(CUT[:length] for length in [0, 4, 8, 12, 20, 30, 50, 300, len(CUT) // 2, len(CUT) - 20, len(CUT) - 8, len(CUT) - 1]),
    CUT[:25] + b"x" + CUT[26:],
    CUT[:60] + b"xyz" * 9 + CUT[87:],
    encoded(photo, "BMP")[:200],
    encoded(photo, "BMP")[:20],
    encoded(photo, "BMP")[:-1],
    encoded(photo, "WEBP", lossless=True)[:50],
    b"BM",
    b"no image at all",
    b"\xff\xd8\xff",
    b"RIFF1234WEBP",
]

CASES = {
    "opened": [(data,) for data in [*PNGS, *BMPS, *WEBPS]],
    "converted": [(data, mode) for data in PNGS for mode in ["L", "LA", "RGB", "RGBA"]],
    "refused": [(data,) for data in BROKEN],
    "upright": [(encoded(pixels("RGB"), format, exif=exif(turn), **options),) for turn in range(10) for format, options in [("PNG", {}), ("WEBP", {"lossless": True})]],
    "upright_small": [(encoded(pixels("RGB"), "PNG", exif=exif(turn)),) for turn in [1, 3, 6, 8]],
    "png": [(pixels(mode, *size),) for mode in ["1", "L", "LA", "P", "RGB", "RGBA"] for size in [(7, 5), (1, 1), (33, 2), (40, 40)]] + [(palette,), (Image.new("L", (0, 2)),), (Image.new("F", (1, 2)),)],
    "png_level": [(photo, level) for level in range(10)],
    "bmp": [(pixels(mode, *size),) for mode in ["1", "L", "RGB", "RGBA"] for size in [(7, 5), (1, 1), (33, 2)]] + [(palette,), (pixels("LA"),), (Image.new("L", (2, 0)),)],
    "webp": [(pixels(mode, *size),) for mode in ["1", "L", "RGB"] for size in [(7, 5), (1, 1), (33, 2), (40, 40)]] + [(Image.new("L", (2, 0)),)],
    "any_format": [(pixels(mode, 9, 9), format) for mode in ["1", "L", "LA", "P", "RGB", "RGBA", "F"] for format in ["JPEG", "PNG", "JPG", "NONE", ""]],
}
