"""Images as parameters and results; new ones, bands, single pixels."""

import numpy as np
from PIL import Image

from _images import pixels
from hotforge import compile


def every(*modes: str) -> list:
    sizes = [(7, 5), (1, 1), (1, 9), (64, 3)]
    return [pixels(mode, *size, seed) for mode in modes for seed, size in enumerate(sizes)]


@compile()
def through(image: Image.Image) -> Image.Image:
    return image


@compile()
def described(image: Image.Image) -> tuple[tuple[int, int], int, int, str, tuple[str, ...], bytes]:
    return image.size, image.width, image.height, image.mode, image.getbands(), image.tobytes()


@compile()
def new(mode: str, size: tuple[int, int]) -> Image.Image:
    return Image.new(mode, size)


@compile()
def new_number(mode: str, size: tuple[int, int], color: int) -> Image.Image:
    return Image.new(mode, size, color)


@compile()
def new_float(mode: str, color: float) -> Image.Image:
    return Image.new(mode, (2, 2), color)


@compile()
def new_color(mode: str, color: tuple[int, int, int]) -> Image.Image:
    return Image.new(mode, (2, 3), color)


@compile()
def new_alpha(mode: str, color: tuple[int, int, int, int]) -> Image.Image:
    return Image.new(mode, (2, 3), color)


@compile()
def new_named(mode: str, color: str) -> Image.Image:
    return Image.new(mode, (2, 1), color)


@compile()
def from_bytes(mode: str, size: tuple[int, int], data: bytes) -> Image.Image:
    return Image.frombytes(mode, size, data)


@compile()
def grey_pixel(image: Image.Image, xy: tuple[int, int]) -> int:
    return image.convert("L").getpixel(xy)


@compile()
def color_pixel(image: Image.Image, xy: tuple[int, int]) -> tuple[int, int, int]:
    return image.convert("RGB").getpixel(xy)


@compile()
def put(image: Image.Image, xy: tuple[int, int], color: tuple[int, int, int]) -> Image.Image:
    image = image.convert("RGB")
    image.putpixel(xy, color)
    return image


@compile()
def swapped(image: Image.Image) -> Image.Image:
    red, green, blue = image.convert("RGB").split()
    return Image.merge("RGB", (blue, green, red))


@compile()
def with_alpha(image: Image.Image, alpha: Image.Image) -> Image.Image:
    result = image.convert("RGBA")
    result.putalpha(alpha.convert("L"))
    return result


@compile()
def channel(image: Image.Image, name: str, index: int) -> tuple[Image.Image, Image.Image]:
    return image.getchannel(name), image.getchannel(index)


@compile()
def box(image: Image.Image) -> tuple[int, int, int, int] | None:
    return image.getbbox()


@compile()
def counted(image: Image.Image) -> list[int]:
    return image.convert("RGB").histogram() + image.convert("L").histogram()


@compile()
def inverted(image: Image.Image) -> Image.Image:
    return image.convert("RGB").point(lambda value: 255 - value)


@compile()
def stretched(image: Image.Image, factor: float) -> Image.Image:
    return image.convert("L").point(lambda value: value * factor)


@compile()
def table(image: Image.Image, lut: list[int]) -> Image.Image:
    return image.convert("L").point(lut)


@compile()
def narrowed(image: Image.Image) -> tuple[int, int, int]:
    if image.mode != "RGB":
        image = image.convert("RGB")
    return image.getpixel((0, 0))


@compile()
def shared(image: Image.Image) -> tuple[int, int]:
    grey = image.convert("L")
    other = grey
    copied = grey.copy()
    other.putpixel((0, 0), 77)
    return grey.getpixel((0, 0)), copied.getpixel((0, 0))


MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"]
palette = pixels("RGB", 9, 9).quantize(16)

CASES = {
    "through": [(image,) for image in every(*MODES)] + [(palette,), (Image.new("RGB", (0, 3)),)],
    "described": [(image,) for image in every(*MODES)] + [(Image.new("L", (3, 0)),)],
    "new": [(mode, (3, 2)) for mode in [*MODES, "", "RGBZ"]] + [("L", (-1, 2)), ("L", (0, 0))],
    "new_number": [(mode, (2, 2), color) for mode in MODES for color in [0, 200, -3, 300, 0x11223344]],
    "new_float": [(mode, color) for mode in MODES for color in [0.0, 2.7, -3.5]],
    "new_color": [(mode, color) for mode in ["L", "LA", "RGB", "RGBA", "F", "1"] for color in [(1, 2, 3), (-1, 256, 999)]],
    "new_alpha": [(mode, (9, 8, 7, 6)) for mode in ["L", "LA", "RGB", "RGBA"]],
    "new_named": [
        (mode, color)
        for mode in ["L", "LA", "RGB", "RGBA", "1", "F"]
        for color in ["red", "Tomato", "#123", "#12345678", "#fedcba", "#1234", "rgb(1, 2, 3)", "rgba(1,2,3,4)", "blurple", "", "#12"]
    ],
    "from_bytes": [
        ("L", (2, 2), b"abcd"),
        ("RGB", (1, 1), b"abc"),
        ("1", (9, 2), b"\x80\x80\x01\x00"),
        ("L", (2, 2), b"abc"),
        ("L", (0, 2), b""),
        ("L", (-2, 2), b""),
    ],
    "grey_pixel": [(pixels("RGB"), xy) for xy in [(0, 0), (6, 4), (-1, -1), (-7, 0), (7, 0), (0, 5), (-8, 0)]],
    "color_pixel": [(pixels("RGBA"), xy) for xy in [(0, 0), (6, 4), (-1, -1), (7, 0)]],
    "put": [(pixels("RGB"), xy, color) for xy in [(0, 0), (-1, -1), (7, 7)] for color in [(1, 2, 3), (-5, 300, 0)]],
    "swapped": [(image,) for image in every("RGB", "L")],
    "with_alpha": [(pixels("RGB"), pixels("L", seed=3)), (pixels("LA"), pixels("1")), (pixels("RGB"), pixels("L", 2, 2))],
    "channel": [(pixels("RGB"), "G", 2), (pixels("RGBA"), "A", 0), (pixels("RGB"), "A", 0), (pixels("RGB"), "R", 3), (pixels("LA"), "A", -1)],
    "box": [(Image.new("L", (3, 3)),), (pixels("L"),), (Image.fromarray(np.eye(4, 6, 2, dtype=np.uint8)),), (Image.new("RGBA", (2, 2), (5, 5, 5, 0)),), (Image.new("L", (0, 0)),)],
    "counted": [(image,) for image in every("RGB", "L")],
    "inverted": [(image,) for image in every("RGB")],
    "stretched": [(image, factor) for image in every("L") for factor in [0.5, 1.7, -1.0]],
    "table": [(pixels("L"), list(range(256))), (pixels("L"), [300 - value * 2 for value in range(256)]), (pixels("L"), [1, 2])],
    "narrowed": [(pixels("RGB"),), (pixels("L"),), (pixels("RGBA"),)],
    "shared": [(pixels("L"),)],
}
