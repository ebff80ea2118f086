"""Few colours for many: those of the web, or those that are found for an image."""

import numpy as np
from PIL import Image

from _images import photo, pixels, shaded
from hotforge import compile


@compile()
def few(image: Image.Image, colors: int) -> tuple[Image.Image, bytes]:
    result = image.quantize(colors)
    return result, result.tobytes()


@compile()
def methods(image: Image.Image, colors: int) -> tuple[Image.Image, Image.Image, bytes]:
    first = image.quantize(colors, Image.Quantize.FASTOCTREE)
    second = image.convert("RGB").quantize(colors=colors, method=Image.Quantize.MEDIANCUT)
    return first, second, second.tobytes()


@compile()
def adaptive(image: Image.Image, colors: int) -> tuple[Image.Image, Image.Image]:
    return image.convert("P", palette=Image.Palette.ADAPTIVE, colors=colors), image.convert("P", palette=Image.ADAPTIVE)


@compile()
def undithered(image: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image]:
    return image.convert("P", dither=Image.Dither.NONE), image.convert("1", dither=Image.Dither.NONE), image.convert("1")


GRID = Image.fromarray(np.random.default_rng(5).integers(0, 4, (20, 20, 3), dtype=np.uint8) * 80)
#: More colours than are told apart.
NOISE = pixels("RGB", 300, 300)
IMAGES = [photo(64, 48, 20), photo(1, 1), photo(17, 5), shaded(40, 30), Image.new("RGB", (9, 9), "red"), GRID, NOISE, pixels("RGBA", 30, 30)]

CASES = {
    "few": [(image.convert(mode), colors) for image in IMAGES for mode in ["L", "RGB", "RGBA", "P"] for colors in [1, 2, 7, 100, 256]]
    + [(GRID, 0), (GRID, 257), (GRID.convert("1"), 4), (Image.new("RGB", (0, 3)), 4)],
    "methods": [(image, colors) for image in IMAGES for colors in [1, 16, 65, 128, 256]],
    "adaptive": [(image.convert(mode), colors) for image in IMAGES for mode in ["L", "RGB", "RGBA", "1", "LA"] for colors in [2, 256]],
    "undithered": [(image.convert(mode),) for image in IMAGES for mode in ["L", "LA", "RGB", "RGBA", "1", "I"]]
    # A copy by `copy.deepcopy` has no alpha in its palette.
    + [(image.convert("RGB").convert("P"),) for image in IMAGES],
}
