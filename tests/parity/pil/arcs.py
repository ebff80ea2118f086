"""Parts of ellipses and round corners of ImageDraw: to the pixel."""

import random

from PIL import Image, ImageDraw

from hotforge import compile

Box = tuple[int, int, int, int]


@compile()
def arc(box: Box, start: float, end: float, width: int) -> Image.Image:
    image = Image.new("L", (40, 30), 7)
    ImageDraw.Draw(image).arc(box, start, end, fill=255, width=width)
    return image


@compile()
def chord(box: Box, start: float, end: float, width: int) -> tuple[Image.Image, Image.Image]:
    filled = Image.new("L", (40, 30))
    ImageDraw.Draw(filled).chord(box, start, end, fill=255)
    outlined = Image.new("RGB", (40, 30), "white")
    ImageDraw.Draw(outlined).chord([(box[0], box[1]), (box[2], box[3])], start, end, fill="navy", outline="red", width=width)
    return filled, outlined


@compile()
def pieslice(box: Box, start: float, end: float, width: int) -> tuple[Image.Image, Image.Image]:
    filled = Image.new("L", (40, 30))
    ImageDraw.Draw(filled).pieslice(box, start, end, 200)
    outlined = Image.new("RGBA", (40, 30))
    ImageDraw.Draw(outlined).pieslice(box, start, end, outline=(10, 20, 30, 40), width=width)
    return filled, outlined


@compile()
def defaults() -> tuple[Image.Image, Image.Image]:
    one, two = Image.new("RGB", (20, 20)), Image.new("F", (20, 20))
    draw = ImageDraw.Draw(one)
    draw.arc((2, 2, 17, 17), 30, 200)
    draw.chord((2, 2, 17, 17), 200, 300)
    draw.pieslice((0, 0, 9, 12), -30, 60)
    draw.rounded_rectangle((10, 10, 19, 18))
    ImageDraw.Draw(two).rounded_rectangle((1.5, 2.5, 17.4, 13.6), 4.5)
    return one, two


@compile()
def rounded(box: tuple[float, float, float, float], radius: float, width: int) -> tuple[Image.Image, Image.Image]:
    filled = Image.new("L", (40, 30))
    ImageDraw.Draw(filled).rounded_rectangle(box, radius, fill=255)
    outlined = Image.new("RGB", (40, 30), "white")
    ImageDraw.Draw(outlined).rounded_rectangle(box, radius, fill="navy", outline="red", width=width)
    return filled, outlined


@compile()
def some_corners(box: Box, radius: float, corners: tuple[bool, bool, bool, bool]) -> Image.Image:
    image = Image.new("L", (40, 30))
    ImageDraw.Draw(image).rounded_rectangle(box, radius, fill=90, outline=255, width=2, corners=corners)
    return image


@compile()
def pairs(start: tuple[int, int], end: tuple[int, int]) -> Image.Image:
    image = Image.new("1", (20, 20))
    ImageDraw.Draw(image).rounded_rectangle([start, end], radius=3, outline=1)
    return image


@compile()
def odd(numbers: list[int]) -> Image.Image:
    image = Image.new("L", (9, 9))
    ImageDraw.Draw(image).arc(numbers, 0, 90)
    return image


RANDOM = random.Random(11)


def boxes(count: int) -> list[Box]:
    made = []
    for _ in range(count):
        x, y = RANDOM.randrange(-10, 30), RANDOM.randrange(-10, 25)
        made.append((x, y, x + RANDOM.randrange(0, 35), y + RANDOM.randrange(0, 30)))
    return made


def parts(count: int) -> list[tuple[Box, float, float, int]]:
    angles = [0, 30, 45, 90, 120.5, 180, 200, 270, 300, 359, 360, -45, -180, 400, 725]
    random_parts = [
        (box, RANDOM.choice([*angles, RANDOM.uniform(-400, 800)]), RANDOM.choice([*angles, RANDOM.uniform(-400, 800)]), RANDOM.randrange(0, 9))
        for box in boxes(count)
    ]
    whole = [((2, 3, 30, 25), float(start), float(end), 3) for start in angles[:9] for end in angles[:9:2]]
    broken = [((5, 5, 4, 9), 0.0, 90.0, 1), ((5, 5, 9, 4), 0.0, 90.0, 1), ((5, 5, 5, 5), 0.0, 90.0, 1), ((1, 1, 20, 20), 0.0, 90.0, -3)]
    huge = [((0, 0, 20, 20), 1e30, 5.0, 2), ((0, 0, 20, 20), -1e9, 1e9, 2), ((-300, -200, 500, 400), 10.0, 77.0, 100)]
    return random_parts + whole + broken + huge


CASES = {
    "arc": parts(120),
    "chord": parts(80),
    "pieslice": parts(80),
    "defaults": [()],
    "rounded": [
        (tuple(float(number) / RANDOM.choice([1, 1, 2, 4]) for number in box), radius, width)
        for box in boxes(40)
        for radius, width in [(RANDOM.randrange(0, 20), 1), (RANDOM.uniform(0, 20), RANDOM.randrange(0, 6))]
        if box[2] // 4 >= box[0] and box[3] // 4 >= box[1]
    ]
    + [((3.0, 3.0, 30.0, 20.0), float(radius), 2) for radius in [0, 0.5, 1, 1.5, 4, 8, 8.5, 9, 100, -1, -0.2]]
    + [((9.0, 9.0, 8.0, 9.0), 2.0, 1), ((9.0, 9.0, 9.0, 8.0), 2.0, 1), ((9.0, 9.0, 9.0, 9.0), 2.0, 1), ((0.0, 0.0, float("nan"), 8.0), 2.0, 1)],
    "some_corners": [
        (box, radius, (a, b, c, d)) for box in [(3, 4, 30, 21), (0, 0, 12, 12)] for radius in (3.0, 50.0) for a in (True, False) for b in (True, False) for c in (True, False) for d in (True, False)
    ],
    "pairs": [((1, 2), (15, 16)), ((1, 2), (1, 2)), ((5, 2), (1, 9))],
    "odd": [([1, 1, 7, 7],), ([1, 1, 7],), ([1, 1],), ([],)],
}
