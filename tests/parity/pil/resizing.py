"""Resizing: every filter, over modes and sizes, to the bit."""

from PIL import Image, ImageOps

from _images import pixels
from hotforge import compile


@compile()
def plain(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size)


@compile()
def filtered(image: Image.Image, size: tuple[int, int], resample: int) -> Image.Image:
    return image.resize(size, resample)


@compile()
def named(image: Image.Image) -> tuple[Image.Image, Image.Image]:
    return image.resize((9, 4), Image.LANCZOS), image.resize((3, 3), resample=Image.Resampling.BILINEAR)


@compile()
def boxed(image: Image.Image, size: tuple[int, int], resample: int, box: tuple[float, float, float, float]) -> Image.Image:
    return image.resize(size, resample, box)


@compile()
def thumbnail(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    small = image.copy()
    small.thumbnail(size)
    return small


@compile()
def thumbnail_of(image: Image.Image, size: tuple[int, int], resample: int, gap: float | None) -> Image.Image:
    small = image.copy()
    small.thumbnail(size, resample, gap)
    return small


@compile()
def reduced(image: Image.Image, factor: int) -> Image.Image:
    return image.reduce(factor)


@compile()
def fitted(image: Image.Image, size: tuple[int, int]) -> tuple[Image.Image, Image.Image, Image.Image]:
    return ImageOps.fit(image, size), ImageOps.contain(image, size), ImageOps.cover(image, size)


@compile()
def fitted_at(image: Image.Image, size: tuple[int, int], bleed: float, centering: tuple[float, float]) -> Image.Image:
    return ImageOps.fit(image, size, Image.Resampling.BOX, bleed, centering)


@compile()
def padded(image: Image.Image, size: tuple[int, int], centering: tuple[float, float]) -> Image.Image:
    return ImageOps.pad(image.convert("RGB"), size, color=(3, 200, 90), centering=centering)


@compile()
def padded_plain(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return ImageOps.pad(image, size)


@compile()
def scaled(image: Image.Image, factor: float) -> Image.Image:
    return ImageOps.scale(image, factor)


MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"]
SIZES = [(3, 3), (14, 10), (7, 5), (1, 1), (50, 2), (2, 40), (7, 9), (9, 5)]
large = pixels("RGB", 331, 217, 9)

CASES = {
    "plain": [(pixels(mode), size) for mode in MODES for size in SIZES] + [(pixels("L"), (0, 3)), (pixels("L"), (3, -1)), (large, (224, 224))],
    "filtered": [
        (pixels(mode, seed=resample), size, resample)
        for mode in MODES
        for resample in range(6)
        for size in SIZES
    ] + [(large, (224, 224), resample) for resample in range(6)] + [(pixels("L"), (2, 2), 9), (pixels("L"), (2, 2), -1), (pixels("L", 2, 500), (2, 3), 1)],
    "named": [(pixels(mode),) for mode in MODES],
    "boxed": [
        (pixels(mode, 20, 15), size, resample, box)
        for mode in ["L", "RGB", "RGBA", "F"]
        for resample in [0, 1, 2, 3]
        for size in [(5, 5), (30, 8)]
        for box in [(0, 0, 20, 15), (1.5, 2.25, 18.75, 12), (3, 3, 8, 8), (4.2, 4.2, 5.1, 4.9)]
    ] + [(pixels("L"), (2, 2), 2, box) for box in [(-1, 0, 3, 3), (0, 0, 8, 5), (3, 3, 2, 2), (2, 2, 2, 2)]],
    "thumbnail": [(pixels(mode, 60, 44), size) for mode in MODES for size in [(20, 20), (7, 100), (100, 7), (60, 44), (1, 1)]] + [(large, (40, 40)), (large, (0, 5)), (large, (5, 0))],
    "thumbnail_of": [(large, (50, 21), resample, gap) for resample in range(6) for gap in [None, 1.0, 3.5]] + [(large, (3, 3), 2, 0.5)],
    "reduced": [(pixels(mode, 13, 9), factor) for mode in ["L", "LA", "RGB", "RGBA", "I", "F"] for factor in [1, 2, 3, 4, 5, 20]] + [(pixels("L"), 0), (pixels("P"), 2), (pixels("1"), 2)],
    "fitted": [(pixels(mode, 13, 8), size) for mode in ["L", "RGB", "RGBA", "P"] for size in [(5, 5), (10, 3), (3, 10), (26, 16)]] + [(pixels("L"), (3, 0)), (pixels("L"), (0, 3)), (Image.new("L", (0, 3)), (2, 2))],
    "fitted_at": [(pixels("RGB", 13, 8), (5, 6), bleed, centering) for bleed in [0.0, 0.1, 0.7] for centering in [(0.0, 0.0), (1.0, 0.25), (7.0, -1.0)]],
    "padded": [(pixels("RGB", 13, 8), size, centering) for size in [(20, 20), (9, 30), (13, 8), (26, 16)] for centering in [(0.5, 0.5), (0.0, 1.0), (2.0, -1.0)]],
    "padded_plain": [(pixels(mode, 13, 8), (20, 20)) for mode in MODES],
    "scaled": [(pixels("RGB"), factor) for factor in [1.0, 2.0, 0.5, 0.3, 0.0, -1.0]],
}
