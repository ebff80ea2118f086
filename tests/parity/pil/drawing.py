"""Shapes of ImageDraw: to the pixel."""

import random

from PIL import Image, ImageDraw

from hotforge import compile


@compile()
def lines(size: tuple[int, int], points: list[tuple[float, float]], width: int) -> Image.Image:
    image = Image.new("RGB", size, "navy")
    draw = ImageDraw.Draw(image)
    draw.line(points, fill=(255, 200, 0), width=width)
    return image


@compile()
def flat_line(image: Image.Image, numbers: list[int], width: int) -> Image.Image:
    result = image.copy()
    ImageDraw.Draw(result).line(numbers, 200, width)
    return result


@compile()
def corners(box: tuple[int, int, int, int], width: int) -> tuple[Image.Image, Image.Image, Image.Image]:
    """A rectangle and an ellipse, filled and with outlines."""
    first = Image.new("L", (24, 17), 10)
    draw = ImageDraw.Draw(first)
    draw.rectangle(box, fill=90, outline=255, width=width)
    second = Image.new("RGBA", (24, 17))
    draw = ImageDraw.Draw(second)
    draw.ellipse(box, fill="#ff8800", outline=(0, 0, 255, 128), width=width)
    third = Image.new("1", (24, 17))
    ImageDraw.Draw(third).ellipse([(box[0], box[1]), (box[2], box[3])], outline=1, width=width)
    return first, second, third


@compile()
def circle(middle: tuple[float, float], radius: float, width: int) -> Image.Image:
    image = Image.new("L", (30, 30))
    ImageDraw.Draw(image).circle(middle, radius, outline=255, width=width)
    return image


@compile()
def filled_circle(radius: float) -> Image.Image:
    image = Image.new("F", (30, 30))
    ImageDraw.Draw(image).circle((15, 14), radius, 2.5)
    return image


@compile()
def polygon(points: list[tuple[float, float]], width: int) -> tuple[Image.Image, Image.Image, Image.Image]:
    mask = Image.new("L", (40, 30))
    ImageDraw.Draw(mask).polygon(points, outline=1, fill=1)
    outlined = Image.new("RGB", (40, 30), "white")
    ImageDraw.Draw(outlined).polygon(points, outline="red", width=width)
    both = Image.new("P", (40, 30), 3)
    ImageDraw.Draw(both).polygon(points, fill=7, outline=9, width=width)
    return mask, outlined, both


@compile()
def polygon_of_floats(points: list[tuple[float, float]], width: int) -> Image.Image:
    image = Image.new("F", (20, 20), 1.5)
    ImageDraw.Draw(image).polygon(points, fill=7.25, outline=9, width=width)
    return image


@compile()
def polygon_of_lists(points: list[list[float]]) -> Image.Image:
    image = Image.new("I", (20, 20))
    ImageDraw.Draw(image).polygon(points, 70000)
    return image


@compile()
def polygon_of_numbers(numbers: list[float]) -> Image.Image:
    image = Image.new("L", (20, 20))
    ImageDraw.Draw(image).polygon(numbers, fill=255)
    return image


@compile()
def fixed() -> Image.Image:
    image = Image.new("LA", (20, 20))
    draw = ImageDraw.Draw(image)
    draw.polygon(((2, 2), (17.9, 4), (9, 15.5)), fill=(100, 255))
    draw.line(((0, 0), (19, 19)), fill=(255, 255))
    draw.point((3, 16, 4, 16))
    draw.point([5.0, 17.0, 6.5, 17.5], (9, 9))
    return image


def shapes() -> list[tuple[list[tuple[float, float]], int]]:
    """Random polygons, also beyond the edges, with repeated and level points."""
    found: list[tuple[list[tuple[float, float]], int]] = [
        ([(5, 5), (30, 5), (30, 20), (5, 20)], 1),
        ([(5, 5), (15, 5), (30, 5), (30, 20), (20, 20), (5, 20), (5, 5)], 3),
        ([(20, 1), (24, 12), (38, 12), (27, 18), (32, 28), (20, 21), (8, 28), (13, 18), (2, 12), (16, 12)], 2),
        ([(0, 0), (39, 29), (39, 0), (0, 29)], 4),
        ([(1.9, 1.2), (-3.7, 12.8), (8.1, 33.3)], 5),
        ([(10, 10), (10, 10)], 1),
        ([(3, 9), (12, 9)], 2),
        ([(4, 4), (4, 20), (5, 20), (5, 4)], 1),
        ([(20, 10), (20, 11), (21, 28), (19, 28), (20, 11)], 1),
    ]
    generator = random.Random(3)
    for count in (3, 3, 3, 4, 4, 5, 6, 8, 12, 20):
        points = [(generator.uniform(-8, 48), generator.uniform(-8, 38)) for _ in range(count)]
        found.append((points, generator.randint(1, 6)))
        found.append(([(float(int(x)), float(int(y))) for x, y in points], generator.randint(0, 4)))
    return found


BOXES = [(2, 2, 20, 14), (0, 0, 23, 16), (-5, -3, 12, 9), (10, 4, 40, 30), (5, 5, 5, 5), (5, 5, 6, 6), (3, 8, 19, 9), (7, 1, 8, 15), (-9, -9, -2, -2), (1, 0, 22, 15)]

CASES = {
    "polygon_of_floats": [([(1, 2), (15, 4), (8, 17)], width) for width in [0, 1, 2, 5]],
    "lines": [((40, 30), points, width) for points, width in shapes()]
    + [((9, 9), [(4, 4)], 3), ((9, 9), [], 3), ((12, 12), [(2, 2), (9, 2), (9, 9)], 0), ((12, 12), [(2, 2), (9, 9)], -3)]
    + [((30, 30), [(3, 15), (27, 15 + slope)], width) for slope in (-12, -5, 0, 1, 7, 12) for width in (2, 3, 4, 7)],
    "flat_line": [(Image.new("L", (9, 9)), numbers, width) for numbers, width in [([0, 0, 8, 8], 1), ([0, 0, 8, 8, 3], 1), ([4, 4], 1), ([], 2), ([1, 7, 7, 1, 2, 1], 2)]],
    "corners": [(box, width) for box in BOXES for width in (1, 2, 5)] + [((5, 5, 2, 9), 1), ((5, 5, 9, 2), 1), ((3, 3, 20, 14), 0), ((3, 3, 20, 14), -2)],
    "circle": [((15.0, 15.0), radius, width) for radius in (0, 0.5, 1, 4.5, 7, 13.2, 40) for width in (1, 3)] + [((2.5, 28), 6, 2), ((15, 15), -1, 1)],
    "filled_circle": [(0.0,), (1.0,), (5.5,), (12.0,), (25.0,)],
    "polygon": shapes() + [([(1, 1)], 1), ([], 1)],
    "polygon_of_lists": [([[2.0, 2.0], [15.5, 3.0], [8.0, 18.0]],), ([[2.0, 2.0], [15.5, 3.0, 1.0], [8.0, 18.0]],), ([],)],
    "polygon_of_numbers": [([2.0, 2.0, 15.5, 3.0, 8.0, 18.0],), ([2.0, 2.0, 15.5],), ([1e6, 2.0, 15.5, 3.0, 8.0, 18.0],)],
    "fixed": [()],
}
