"""`ImageChops`: two images over one another, number by number."""

from PIL import Image, ImageChops

from _images import pixels
from hotforge import compile


@compile()
def first(a: Image.Image, b: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image, Image.Image]:
    return ImageChops.lighter(a, b), ImageChops.darker(a, b), ImageChops.difference(a, b), ImageChops.multiply(a, b), ImageChops.screen(a, b)


@compile()
def second(a: Image.Image, b: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image, Image.Image]:
    return ImageChops.add_modulo(a, b), ImageChops.subtract_modulo(a, b), ImageChops.soft_light(a, b), ImageChops.hard_light(a, b), ImageChops.overlay(a, b)


@compile()
def scaled(a: Image.Image, b: Image.Image, scale: float, offset: int) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    return ImageChops.add(a, b, scale, offset), ImageChops.subtract(a, b, scale, offset), ImageChops.add(a, b), ImageChops.subtract(a, b, offset=offset)


@compile()
def logical(a: Image.Image, b: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image]:
    return ImageChops.logical_and(a, b), ImageChops.logical_or(a, b), ImageChops.logical_xor(a, b)


@compile()
def alone(a: Image.Image, x: int, y: int) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    return ImageChops.invert(a), ImageChops.duplicate(a), ImageChops.offset(a, x, y), ImageChops.offset(a, x)


@compile()
def changed(a: Image.Image, b: Image.Image) -> tuple[int, int, int, int] | None:
    """As a test of screenshots asks."""
    return ImageChops.difference(a.convert("RGB"), b.convert("RGB")).getbbox()


MODES = ["1", "L", "LA", "RGB", "RGBA"]
PAIRS = [(pixels(mode, 7, 5, 1), pixels(mode, 6, 8, 2)) for mode in MODES]
MIXED = [(pixels("RGB"), pixels("L")), (pixels("F"), pixels("L")), (pixels("L"), pixels("I")), (pixels("1"), pixels("L", seed=3)), (pixels("LA"), pixels("RGBA")), (pixels("L", 0, 3), pixels("L"))]

CASES = {
    "first": [*PAIRS, *MIXED],
    "second": [*PAIRS, *MIXED],
    "scaled": [(*pair, scale, offset) for pair in [*PAIRS, *MIXED] for scale, offset in [(1.0, 0), (2.0, 10), (0.3, -128), (-1.5, 300), (0.0, 5)]],
    "logical": [*PAIRS, *MIXED],
    "alone": [(pixels(mode), x, y) for mode in [*MODES, "I", "F"] for x, y in [(0, 0), (2, -1), (-9, 13)]] + [(pixels("L", 0, 3), 1, 1), (pixels("L", 3, 0), 1, 1)],
    "changed": [(pixels("RGB"), pixels("RGB")), (pixels("RGB"), pixels("RGB", seed=1)), (Image.new("L", (9, 9)), Image.new("L", (4, 4), 3))],
}
