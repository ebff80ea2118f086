"""Conversions, turns, crops, pastes, operations of ImageOps and drawing."""

from PIL import Image, ImageDraw, ImageOps

from _images import pixels
from hotforge import compile


@compile()
def convert(image: Image.Image, mode: str) -> Image.Image:
    return image.convert(mode)


@compile()
def convert_by_default(image: Image.Image) -> tuple[Image.Image, str]:
    """What has a palette becomes colours."""
    return image.convert(), image.convert().mode


@compile()
def colors_of_greys(image: Image.Image) -> Image.Image:
    return image.convert("L").convert("P").convert()


@compile()
def merged(bands: list[Image.Image], mode: str) -> Image.Image:
    """Of the first band only what a pixel takes is looked at."""
    return Image.merge(mode, bands)


@compile()
def posterized(image: Image.Image, bits: int) -> Image.Image:
    return ImageOps.posterize(image, bits)


@compile()
def grey(image: Image.Image) -> Image.Image:
    return ImageOps.grayscale(image)


@compile()
def crop(image: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    return image.crop(box)


@compile()
def transpose(image: Image.Image, method: int) -> Image.Image:
    return image.transpose(method)


@compile()
def turned(image: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image]:
    return image.transpose(Image.FLIP_LEFT_RIGHT), ImageOps.mirror(image), ImageOps.flip(image)


@compile()
def rotate(image: Image.Image, angle: float, resample: int, expand: bool) -> Image.Image:
    return image.rotate(angle, resample, expand)


@compile()
def rotate_around(
    image: Image.Image, angle: float, center: tuple[float, float] | None, translate: tuple[float, float] | None
) -> Image.Image:
    return image.rotate(angle, center=center, translate=translate)


@compile()
def rotate_filled(image: Image.Image, angle: float) -> Image.Image:
    return image.convert("RGB").rotate(angle, Image.BICUBIC, True, fillcolor=(10, 200, 30))


@compile()
def paste(image: Image.Image, other: Image.Image, corner: tuple[int, int]) -> Image.Image:
    result = image.copy()
    result.paste(other, corner)
    return result


@compile()
def paste_masked(image: Image.Image, other: Image.Image, corner: tuple[int, int], mask: Image.Image | None) -> Image.Image:
    result = image.copy()
    result.paste(other, corner, mask)
    return result


@compile()
def paste_box(image: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    result = image.copy()
    result.paste(other, box)
    return result


@compile()
def paste_color(image: Image.Image, box: tuple[int, int, int, int], mask: Image.Image | None) -> Image.Image:
    result = image.convert("RGBA")
    result.paste((200, 30, 90, 120), box, mask)
    return result


@compile()
def paste_grey(image: Image.Image, color: int) -> Image.Image:
    result = image.convert("L")
    result.paste(color, (1, 1, 4, 3))
    return result


@compile()
def blended(first: Image.Image, second: Image.Image, alpha: float) -> Image.Image:
    return Image.blend(first, second, alpha)


@compile()
def composed(first: Image.Image, second: Image.Image, mask: Image.Image) -> tuple[Image.Image, Image.Image]:
    over = Image.alpha_composite(first.convert("RGBA"), second.convert("RGBA"))
    return over, Image.composite(first, second, mask)


@compile()
def inverted(image: Image.Image) -> Image.Image:
    return ImageOps.invert(image)


@compile()
def adjusted(image: Image.Image, bits: int, threshold: int) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    image = image.convert("RGB")
    return (
        ImageOps.posterize(image, bits),
        ImageOps.solarize(image, threshold),
        ImageOps.equalize(image),
        ImageOps.autocontrast(image),
    )


@compile()
def contrasted(image: Image.Image, cutoff: float) -> Image.Image:
    return ImageOps.autocontrast(image.convert("L"), cutoff)


@compile()
def bordered(image: Image.Image, border: int) -> tuple[Image.Image, Image.Image]:
    return ImageOps.expand(image, border, "white"), ImageOps.crop(image, border)


@compile()
def drawn(image: Image.Image, box: tuple[int, int, int, int], width: int) -> Image.Image:
    result = image.convert("RGB")
    draw = ImageDraw.Draw(result)
    draw.rectangle(box, fill=(1, 2, 3), outline="red", width=width)
    return result


@compile()
def outlined(image: Image.Image, corners: list[tuple[float, float]], width: int) -> Image.Image:
    draw = ImageDraw.Draw(image)
    draw.rectangle(corners, outline=200, width=width)
    return image


@compile()
def drawn_plain(image: Image.Image) -> Image.Image:
    draw = ImageDraw.Draw(image)
    draw.rectangle([1, 1, 4, 3])
    draw.line((0, 0, 5, 4))
    draw.point((2, 2))
    return image


@compile()
def lines(image: Image.Image, points: list[tuple[float, float]]) -> Image.Image:
    result = image.convert("RGB")
    draw = ImageDraw.Draw(result)
    draw.line(points, fill=(255, 0, 128))
    draw.point(points, fill="blue")
    return result


MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"]
palette = pixels("RGB", 9, 9).quantize(16)
ANGLES = [0, 90, 180, 270, 360, 45, -30, 123.4, 719.5, 1e-9]

CASES = {
    "convert_by_default": [(pixels(mode),) for mode in ["L", "RGB", "RGBA", "P", "1", "F"]],
    "colors_of_greys": [(pixels("RGB"),)],
    "merged": [([pixels(mode), pixels("L"), pixels("L", seed=2)], "RGB") for mode in ["L", "1", "P", "I", "F", "RGB", "LA"]] + [([pixels("1")], "L"), ([pixels("L"), pixels("1")], "LA")],
    "posterized": [(pixels(mode), bits) for mode in ["L", "RGB", "I"] for bits in [-1, 0, 1, 4, 8, 9]],
    "convert": [
        (image, mode)
        for image in [*(pixels(mode, 17, 11, seed) for seed, mode in enumerate(MODES)), palette, Image.new("RGB", (0, 2))]
        for mode in MODES
        if not (mode == "P" and image.mode not in ("P", "L", "1"))
    ] + [(pixels("RGB", 40, 30), "1"), (pixels("L", 41, 30), "1"), (pixels("L"), "LAB?"), (pixels("L"), "")],
    "grey": [(pixels(mode, 64, 64),) for mode in MODES] + [(palette,)],
    "crop": [
        (pixels(mode), box)
        for mode in MODES
        for box in [(0, 0, 7, 5), (1, 2, 4, 4), (-2, -3, 9, 8), (3, 3, 3, 3), (20, 20, 22, 22), (0.5, 1.5, 2.5, 3.5)]
    ] + [(pixels("L"), (3, 0, 1, 2)), (pixels("L"), (0, 3, 2, 1)), (pixels("L"), (0, 0, 1e6, 1e6))],
    "transpose": [(pixels(mode), method) for mode in MODES for method in range(7)] + [(pixels("L"), 7), (pixels("L"), -1), (Image.new("L", (0, 3)), 2)],
    "turned": [(pixels(mode),) for mode in MODES],
    "rotate": [
        (pixels(mode, 9, 6), angle, resample, expand)
        for mode in MODES
        for angle in ANGLES
        for resample in [0, 2, 3]
        for expand in [False, True]
    ] + [(pixels("RGB", 8, 8), 90, 0, False), (pixels("L"), 10, 1, False), (pixels("L"), 10, 77, False)],
    "rotate_around": [
        (pixels("RGB", 9, 6), 30, center, translate) for center in [None, (0, 0), (2.5, 3)] for translate in [None, (1, -2), (0.5, 0)]
    ],
    "rotate_filled": [(pixels("RGB", 9, 6), angle) for angle in ANGLES],
    "paste": [
        (pixels(mode), pixels(other, 3, 3, 5), corner)
        for mode in MODES
        for other in ["1", "L", "LA", "RGB", "RGBA"]
        for corner in [(0, 0), (5, 3), (-1, -2), (20, 20)]
        if mode != "P" or other in ("1", "L")
    ],
    "paste_masked": [
        (pixels(mode), pixels(mode, 3, 4, 5), corner, mask)
        for mode in ["1", "L", "LA", "RGB", "RGBA"]
        for corner in [(0, 0), (5, 3), (-1, -2)]
        for mask in [None, pixels("1", 3, 4), pixels("L", 3, 4), pixels("RGBA", 3, 4), pixels("LA", 3, 4), pixels("L", 2, 2), pixels("F", 3, 4)]
    ],
    "paste_box": [(pixels("RGB"), pixels("RGB", 3, 2), box) for box in [(0, 0, 3, 2), (1, 1, 4, 3), (0, 0, 2, 2), (-1, -1, 2, 1)]],
    "paste_color": [
        (pixels("RGBA"), box, mask)
        for box, mask in [((0, 0, 3, 3), None), ((-2, 1, 30, 4), None), ((0, 0, 3, 4), pixels("L", 3, 4)), ((1, 1, 4, 5), pixels("1", 3, 4)), ((0, 0, 3, 4), pixels("RGBA", 3, 4)), ((0, 0, 3, 3), pixels("L", 3, 4))]
    ],
    "paste_grey": [(pixels("L"), color) for color in [0, 77, 300, -1]],
    "blended": [(pixels(mode), pixels(mode, seed=4), alpha) for mode in ["L", "LA", "RGB", "RGBA"] for alpha in [0.0, 1.0, 0.3, 0.77, -0.5, 1.9]] + [(pixels("L"), pixels("L", 2, 2), 0.5), (pixels("L"), pixels("RGB"), 0.5), (pixels("1"), pixels("1"), 0.5)],
    "composed": [(pixels("RGBA", seed=seed), pixels("RGBA", seed=seed + 1), pixels("L", seed=7)) for seed in range(5)] + [(pixels("RGB"), pixels("RGB", seed=2), pixels("1")), (pixels("RGB"), pixels("RGB", 2, 2), pixels("1"))],
    "inverted": [(pixels(mode),) for mode in MODES],
    "adjusted": [(pixels("RGB", 30, 30, seed), bits, threshold) for seed in range(3) for bits, threshold in [(1, 0), (4, 128), (8, 256)]] + [(Image.new("RGB", (4, 4), "red"), 3, 100), (Image.new("RGB", (0, 0)), 3, 100)],
    "contrasted": [(pixels("L", 30, 30, seed).point(lambda value: value // 2 + 40), cutoff) for seed in range(2) for cutoff in [0, 2, 10, 49.5]],
    "bordered": [(pixels(mode), border) for mode in ["L", "RGB", "RGBA", "1"] for border in [0, 1, 2]],
    "drawn": [
        (pixels("RGB", 20, 15), box, width)
        for box in [(2, 3, 12, 9), (-5, -5, 30, 30), (4, 4, 4, 4), (5, 5, 6, 20)]
        for width in [0, 1, 3, 9]
    ] + [(pixels("RGB"), (5, 5, 2, 7), 1), (pixels("RGB"), (2, 5, 5, 2), 1)],
    "outlined": [(pixels("L", 12, 9), [(1, 1), (8.9, 6.2)], width) for width in [1, 2]] + [(pixels("L"), [(1, 1)], 1), (pixels("L"), [(1, 1), (2, 2), (3, 3)], 1)],
    "drawn_plain": [(pixels(mode),) for mode in ["1", "L", "LA", "RGB", "RGBA", "I"]],
    "lines": [
        (pixels("RGB", 20, 15), points)
        for points in [[(0, 0), (19, 14)], [(3, 2), (3, 12)], [(15, 3), (2, 3)], [(19, 0), (0, 7)], [(5, 14), (9, 0), (12, 14)], [(-9, -9), (40, 22)], [(4, 4)], [(2, 2), (2, 2)], [(1.9, 1.9), (8.2, 3.7)]]
    ],
}
