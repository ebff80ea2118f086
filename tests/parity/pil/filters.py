"""Filters of images, and enhancing."""

from PIL import Image, ImageEnhance, ImageFilter

import _images
from hotforge import compile


def pixels(mode: str, width: int = 13, height: int = 9, seed: int = 0) -> Image.Image:
    """An image of random pixels."""
    return _images.pixels(mode, width, height, seed)


@compile()
def gaussian(image: Image.Image, radius: float) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(radius))


@compile()
def gaussian_sides(image: Image.Image, radius: tuple[float, float]) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(radius))


@compile()
def box(image: Image.Image, radius: float) -> Image.Image:
    return image.filter(ImageFilter.BoxBlur(radius))


@compile()
def box_sides(image: Image.Image, radius: tuple[float, float]) -> Image.Image:
    return image.filter(ImageFilter.BoxBlur(radius=radius))


@compile()
def unsharp(image: Image.Image, radius: float, percent: int, threshold: int) -> Image.Image:
    return image.filter(ImageFilter.UnsharpMask(radius, percent, threshold))


@compile()
def defaults(image: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image]:
    return image.filter(ImageFilter.GaussianBlur()), image.filter(ImageFilter.GaussianBlur), image.filter(filter=ImageFilter.UnsharpMask())


@compile()
def built_in(image: Image.Image) -> list[Image.Image]:
    return [
        image.filter(ImageFilter.BLUR),
        image.filter(ImageFilter.CONTOUR),
        image.filter(ImageFilter.DETAIL),
        image.filter(ImageFilter.EDGE_ENHANCE),
        image.filter(ImageFilter.EDGE_ENHANCE_MORE),
        image.filter(ImageFilter.EMBOSS),
        image.filter(ImageFilter.FIND_EDGES),
        image.filter(ImageFilter.SHARPEN()),
        image.filter(ImageFilter.SMOOTH),
        image.filter(ImageFilter.SMOOTH_MORE),
    ]


@compile()
def kernel(image: Image.Image, side: int, weights: tuple[float, ...], scale: float | None, offset: float) -> Image.Image:
    return image.filter(ImageFilter.Kernel((side, side), weights, scale, offset))


@compile()
def ranks(image: Image.Image, size: int) -> tuple[Image.Image, Image.Image, Image.Image]:
    return image.filter(ImageFilter.MinFilter(size)), image.filter(ImageFilter.MedianFilter(size)), image.filter(ImageFilter.MaxFilter(size))


@compile()
def rank(image: Image.Image, size: int, place: int) -> Image.Image:
    return image.filter(ImageFilter.RankFilter(size, place))


@compile()
def most_frequent(image: Image.Image, size: int) -> tuple[Image.Image, Image.Image]:
    few = image.point(lambda value: value // 64 * 64) if image.mode == "L" else image
    return image.filter(ImageFilter.ModeFilter(size)), few.filter(ImageFilter.ModeFilter())


@compile()
def enhanced(image: Image.Image, factor: float) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    return (
        ImageEnhance.Color(image).enhance(factor),
        ImageEnhance.Contrast(image).enhance(factor),
        ImageEnhance.Brightness(image).enhance(factor),
        ImageEnhance.Sharpness(image).enhance(factor),
    )


@compile()
def chosen(image: Image.Image, strong: bool) -> Image.Image:
    """A filter in a variable, and one object used twice."""
    blur = ImageFilter.BoxBlur(3) if strong else ImageFilter.GaussianBlur(1)
    contrast = ImageEnhance.Contrast(image.convert("RGB"))
    return contrast.enhance(0.5).filter(blur).filter(blur)


MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"]
RADII = [0.0, 0.1, 0.5, 1.0, 1.7, 2.0, 5.5, 40.0]

CASES = {
    "gaussian": [(pixels("RGB"), radius) for radius in RADII] + [(pixels(mode), 1.5) for mode in MODES] + [(pixels("L"), -1.0), (pixels("L", 0, 3), 2.0)],
    "gaussian_sides": [(pixels("L"), radius) for radius in [(0.0, 0.0), (1.0, 0.0), (0.0, 2.0), (3.0, 0.5)]],
    "box": [(pixels("RGB"), radius) for radius in RADII] + [(pixels(mode), 1.0) for mode in MODES] + [(pixels("L"), -1.0), (pixels("L", 1, 1), 3.0)],
    "box_sides": [(pixels("LA"), radius) for radius in [(0.0, 0.0), (1.0, 0.0), (0.0, 2.2), (12.0, 13.0), (-0.5, 1.0)]],
    "unsharp": [(pixels("RGBA"), radius, percent, threshold) for radius, percent, threshold in [(2.0, 150, 3), (0.5, 80, 0), (3.0, -50, 10), (1.0, 1000, 255), (0.0, 100, 1)]],
    "defaults": [(pixels(mode),) for mode in ["L", "RGB"]],
    "built_in": [(pixels(mode, seed=5),) for mode in MODES] + [(pixels("RGB", 2, 8),), (pixels("RGB", 4, 4),), (pixels("L", 0, 0),)],
    "kernel": [(pixels("RGB"), 3, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.5), None, 0.0), (pixels("L"), 3, (0.0, -1.0, 0.0, -1.0, 4.0, -1.0, 0.0, -1.0, 0.0), 1.0, 128.0)]
    + [(pixels("L"), 3, (1.0,) * 8, None, 0.0), (pixels("L"), 5, tuple(float(i) for i in range(25)), 300.0, -3.5)],
    "ranks": [(pixels(mode), size) for mode in ["L", "LA", "RGB", "I", "F", "P", "1"] for size in (1, 3, 5)] + [(pixels("L"), 2), (pixels("L"), -3), (pixels("L", 2, 1), 7)],
    "rank": [(pixels("L"), 3, 2), (pixels("L"), 3, 9), (pixels("L"), 3, -1), (pixels("L"), 4, 1)],
    "most_frequent": [(pixels("L"), size) for size in (-5, -1, 0, 1, 2, 3, 5, 8, 99)]
    + [(pixels(mode), 5) for mode in ["LA", "RGB", "RGBA", "P", "1", "I", "F"]]
    + [(pixels("L", 0, 3), 3), (pixels("L", 1, 1), 3)],
    "enhanced": [(pixels(mode), factor) for mode in ["L", "LA", "RGB", "RGBA"] for factor in (0.0, 0.3, 1.0, 1.8, -0.5)] + [(pixels("P"), 0.5), (pixels("F"), 0.5)],
    "chosen": [(pixels("RGB"), True), (pixels("L"), False)],
}
