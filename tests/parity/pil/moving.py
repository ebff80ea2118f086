"""Parts of images moved, laid over others and given borders; bytes in other orders; thumbnails of files."""

import io

from PIL import Image, ImageOps

from _images import encoded, photo, pixels, shaded
from hotforge import compile

#: A page decodes JPEG otherwise.
OTHER_LIBM = 255


@compile()
def affine(image: Image.Image, data: tuple[float, float, float, float, float, float], resample: int) -> tuple[Image.Image, Image.Image]:
    return image.transform((9, 6), Image.AFFINE, data, resample), image.transform((5, 5), Image.Transform.AFFINE, data, resample, fillcolor=77)


@compile()
def extent(image: Image.Image, size: tuple[int, int], part: tuple[float, float, float, float], resample: int) -> Image.Image:
    return image.transform(size, Image.Transform.EXTENT, part, resample)


@compile()
def over(below: Image.Image, above: Image.Image, place: tuple[int, int]) -> Image.Image:
    result = below.convert("RGBA")
    result.alpha_composite(above.convert("RGBA"), place)
    return result


@compile()
def over_part(below: Image.Image, above: Image.Image, source: tuple[int, int], part: tuple[int, int, int, int]) -> tuple[Image.Image, Image.Image]:
    result, other = below.convert("RGBA"), below.convert("LA")
    result.alpha_composite(above.convert("RGBA"), (1, 2), source)
    other.alpha_composite(above.convert("LA"), (-1, 0), part)
    return result, other


@compile()
def bordered(image: Image.Image, axes: tuple[int, int], sides: tuple[int, int, int, int]) -> tuple[Image.Image, Image.Image]:
    return ImageOps.expand(image, axes, "red"), ImageOps.expand(image, border=sides, fill=0)


@compile()
def contrasted(image: Image.Image, ends: tuple[float, float]) -> tuple[Image.Image, Image.Image]:
    return ImageOps.autocontrast(image.convert("RGB"), ends), ImageOps.autocontrast(image.convert("L"), cutoff=ends)


@compile()
def colored(image: Image.Image, black: int, mid: int, white: int) -> tuple[Image.Image, Image.Image, Image.Image]:
    grey = image.convert("L")
    return ImageOps.colorize(grey, "navy", (250, 240, 7), blackpoint=black, whitepoint=white), ImageOps.colorize(grey, "#123456", "white", "red", black, white, mid), ImageOps.colorize(grey, "black", "white")


@compile()
def cut(image: Image.Image, level: int) -> tuple[Image.Image, Image.Image]:
    grey = image.convert("L")
    return grey.point(lambda value: 255 if value > level else 0, "1"), grey.point(lambda value: 255 * (value > level), mode="1")


@compile()
def swapped(data: bytes) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image, Image.Image]:
    return (
        Image.frombytes("RGB", (2, 2), data[:12], "raw", "BGR"),
        Image.frombytes("RGBA", (2, 2), data, "raw", "BGRA", 0, -1),
        Image.frombytes("RGB", (2, 2), data, "raw", "RGBX"),
        Image.frombuffer("L", (4, 2), data, "raw", "L", 0, -1),
        Image.frombuffer("RGBA", (2, 2), data, "raw", "RGBA", 0, 1),
    )


@compile()
def written(image: Image.Image) -> tuple[bytes, bytes, bytes]:
    return image.convert("RGB").tobytes("raw", "BGR"), image.convert("RGBA").tobytes("raw", "BGRA"), image.convert("L").tobytes("raw", "L")


@compile()
def thumbnail(data: bytes, size: tuple[int, int]) -> tuple[tuple[int, int], Image.Image]:
    """A JPEG is decoded in a part of its size where that is enough."""
    image = Image.open(io.BytesIO(data))
    image.thumbnail(size)
    return image.size, image


@compile()
def thumbnails(data: bytes, size: tuple[int, int], gap: float) -> tuple[Image.Image, Image.Image, Image.Image]:
    first, second, third = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(data)), Image.open(io.BytesIO(data))
    first.load()
    first.thumbnail(size)
    second.thumbnail(size, Image.LANCZOS, reducing_gap=None)
    third.thumbnail(size, Image.BILINEAR, gap)
    third.thumbnail((9, 9))
    return first, second, third


@compile()
def gapped(image: Image.Image, gap: float) -> Image.Image:
    return image.resize((9, 7), Image.BICUBIC, reducing_gap=gap)


MATRICES = [(1.0, 0.0, 0.0, 0.0, 1.0, 0.0), (0.5, 0.2, -1.0, -0.3, 0.9, 2.0), (2.0, 0.0, 1.0, 0.0, 1.5, 0.5), (0.0, 1.0, 0.0, 1.0, 0.0, 0.0)]
MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"]
JPEGS = [encoded(photo(*size, 20).convert(mode), "JPEG", quality=quality) for size in [(200, 133), (65, 17)] for mode in ["L", "RGB"] for quality in [75, 95]]

CASES = {
    "affine": [(pixels(mode), matrix, resample) for mode in MODES for matrix in MATRICES for resample in [0, 2, 3]] + [(pixels("L"), MATRICES[0], resample) for resample in [1, 4, 5, 9]],
    "extent": [(pixels(mode), size, part, resample) for mode in MODES for size, part in [((9, 3), (1.0, 1.0, 5.5, 4.0)), ((4, 4), (-2.0, 0.0, 9.0, 9.0))] for resample in [0, 2]] + [(pixels("L"), (0, 3), (0.0, 0.0, 1.0, 1.0), 0), (pixels("L"), (-1, 3), (0.0, 0.0, 1.0, 1.0), 0)],
    "over": [(photo(20, 10), shaded(8, 8), place) for place in [(0, 0), (3, -2), (18, 9), (-30, 0)]] + [(shaded(20, 10), shaded(20, 10), (0, 0))],
    "over_part": [(shaded(20, 10), shaded(8, 8), (x, y), (x, y, 6, 5)) for x, y in [(0, 0), (2, 3), (-1, 0), (7, 0), (9, 9)]],
    "bordered": [(pixels(mode), (2, 3), sides) for mode in ["L", "RGB", "RGBA"] for sides in [(1, 2, 3, 4), (0, 0, 0, 0), (-1, 0, 2, 0)]],
    "contrasted": [(photo(20, 10, 20), ends) for ends in [(0.0, 0.0), (1.0, 2.0), (30.0, 0.0), (0.0, 99.5), (60.0, 60.0)]],
    "colored": [(pixels("L"), *points) for points in [(0, 127, 255), (10, 10, 240), (100, 100, 100), (0, 0, 0), (20, 10, 240), (50, 60, 40), (-1, 5, 9), (0, 100, 256)]],
    "cut": [(pixels("RGB"), level) for level in [0, 128, 255]],
    "swapped": [(bytes(range(16)),), (bytes(11),), (bytes(15),)],
    "written": [(pixels(mode),) for mode in ["L", "RGB", "RGBA"]],
    "thumbnail": [(data, size) for data in [*JPEGS, encoded(photo(200, 133), "PNG")] for size in [(10, 10), (24, 60), (50, 50), (90, 90), (120, 20), (500, 500), (200, 133), (100, 66)]],
    "thumbnails": [(data, size, gap) for data in JPEGS[2:6] for size in [(10, 10), (40, 90)] for gap in [1.0, 3.0, 0.5]],
    "gapped": [(photo(90, 70, 20).convert(mode), gap) for mode in ["L", "RGBA"] for gap in [1.0, 2.0, 3.5, 0.9]],
}
