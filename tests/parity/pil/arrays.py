"""Images to arrays and back."""

import numpy as np
import numpy.typing as npt
from PIL import Image

from _images import pixels
from hotforge import compile


@compile()
def colors(image: Image.Image) -> npt.NDArray[np.uint8]:
    return np.array(image.convert("RGB"))


@compile()
def greys(image: Image.Image) -> npt.NDArray[np.uint8]:
    return np.asarray(image.convert("L"))


@compile()
def others(image: Image.Image) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    grey = image.convert("L")
    return np.array(grey.convert("1")), np.array(grey.convert("F")), np.array(grey.convert("I")), np.array(image.convert("RGBA"))


@compile()
def normalised(image: Image.Image) -> npt.NDArray[np.float32]:
    pixels = np.asarray(image.convert("RGB"), dtype=np.float32) / 255.0
    mean = np.array([0.485, 0.456, 0.406], dtype=np.float32)
    std = np.array([0.229, 0.224, 0.225], dtype=np.float32)
    return ((pixels - mean) / std).transpose(2, 0, 1)[np.newaxis]


@compile()
def written(image: Image.Image) -> npt.NDArray[np.uint8]:
    pixels = np.array(image.convert("L"))
    pixels[0, 0] = 9
    return pixels


@compile()
def read_only(image: Image.Image) -> npt.NDArray[np.uint8]:
    pixels = np.asarray(image.convert("L"))
    pixels[0, 0] = 9
    return pixels


@compile()
def of_grey(array: npt.NDArray[np.uint8]) -> Image.Image:
    return Image.fromarray(array.reshape(2, -1))


@compile()
def of_colors(array: npt.NDArray[np.uint8]) -> Image.Image:
    return Image.fromarray(array.reshape(2, 2, 3)[::-1])


@compile()
def of_bands(array: npt.NDArray[np.uint8], bands: int) -> Image.Image:
    return Image.fromarray(array.reshape(2, 2, bands))


@compile()
def of_mask(array: npt.NDArray[np.float32]) -> tuple[Image.Image, Image.Image]:
    grid = array.reshape(3, 4)
    return Image.fromarray(grid > 0.5), Image.fromarray(grid)


@compile()
def of_numbers(array: npt.NDArray[np.float64]) -> tuple[Image.Image, Image.Image]:
    grid = array.reshape(2, 3)
    return Image.fromarray(grid), Image.fromarray(grid.astype(np.int32))


@compile()
def of_told_mode(array: npt.NDArray[np.uint8], bands: int) -> list[str]:
    """The mode may be told, where it is the one that the array has."""
    pixels = array.reshape(2, 2, bands)
    made = [Image.fromarray(array.reshape(4, -1), mode="L").mode, Image.fromarray(array.reshape(4, -1).astype(np.float32), "F").mode]
    made.append(Image.fromarray(array.reshape(4, -1).astype(np.int32), mode="I").mode)
    match bands:
        case 2:
            return [*made, Image.fromarray(pixels, "LA").mode]
        case 3:
            return [*made, Image.fromarray(pixels, mode="RGB").mode]
        case _:
            return [*made, Image.fromarray(pixels, mode="RGBA").mode]


@compile()
def through_array(image: Image.Image) -> Image.Image:
    pixels = np.array(image.convert("RGB"))
    return Image.fromarray(255 - pixels[:, ::-1])


SIZES = [(7, 5), (1, 1), (3, 20)]
COLORS = [(pixels(mode, *size),) for mode in ["RGB", "L", "RGBA", "P"] for size in SIZES]

CASES = {
    "of_told_mode": [(np.arange(4 * bands, dtype=np.uint8), bands) for bands in (1, 2, 3, 4)],
    "colors": COLORS + [(Image.new("RGB", (0, 4)),)],
    "greys": COLORS,
    "others": COLORS,
    "normalised": COLORS,
    "written": COLORS,
    "read_only": [(pixels("L"),)],
    "of_grey": [(np.arange(10, dtype=np.uint8),), (np.arange(250, 256, dtype=np.uint8),)],
    "of_colors": [(np.arange(12, dtype=np.uint8),)],
    "of_bands": [(np.arange(4 * bands, dtype=np.uint8), bands) for bands in [2, 3, 4, 5, 1]],
    "of_mask": [(np.linspace(-1, 2, 12, dtype=np.float32),)],
    "of_numbers": [(np.array([-1.5, 0, 2.7, 300, 1e9, -70000.2]),)],
    "through_array": COLORS,
}
