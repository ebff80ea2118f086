"""Text on images, to the pixel, with the font that Pillow has itself."""

from PIL import Image, ImageDraw, ImageFont

from _texts import CASES
from hotforge import compile


DEFAULT = ImageFont.load_default()


@compile()
def label(text: str, xy: tuple[float, float]) -> tuple[Image.Image, Image.Image, Image.Image]:
    """As a detector labels its boxes."""
    image = Image.new("RGB", (90, 40), "navy")
    draw = ImageDraw.Draw(image)
    box = draw.textbbox(xy, text)
    draw.rectangle(box, fill="black")
    draw.text(xy, text, fill=(255, 200, 0))
    draw.text((3, 3), text)
    grey = Image.new("L", (60, 20), 40)
    ImageDraw.Draw(grey).text(xy, text, 250, DEFAULT)
    clear = Image.new("RGBA", (60, 30))
    ImageDraw.Draw(clear).text(xy, text, "#ff880080")
    return image, grey, clear


@compile()
def boxes(text: str, anchor: str) -> tuple[tuple[int, int, int, int], tuple[float, float, float, float], float, tuple[int, int, int, int]]:
    draw = ImageDraw.Draw(Image.new("RGB", (1, 1)))
    return (
        draw.textbbox((7, -3), text, anchor=anchor),
        draw.textbbox((7.25, -3.5), text, font=DEFAULT, anchor=anchor),
        draw.textlength(text),
        DEFAULT.getbbox(text, anchor=anchor),
    )


@compile()
def whole_boxes(text: str, x: int, spacing: int) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int]]:
    draw = ImageDraw.Draw(Image.new("L", (1, 1)))
    font = ImageFont.load_default()
    return draw.textbbox((x, 4), text, spacing=spacing), draw.textbbox((x, 4), text, DEFAULT, anchor="ls"), draw.textbbox((x, x), text, font, anchor="ld"), DEFAULT.getmetrics()


@compile()
def lengths(text: str) -> float:
    return DEFAULT.getlength(text)


@compile()
def paragraph(text: str, anchor: str | None, align: str, spacing: float) -> tuple[Image.Image, tuple[float, float, float, float]]:
    image = Image.new("L", (120, 110), 0)
    draw = ImageDraw.Draw(image)
    draw.multiline_text((50.5, 40.25), text, 255, None, anchor, spacing, align)
    return image, draw.textbbox((50.5, 40.25), text, anchor=anchor, spacing=spacing, align=align)


@compile()
def over(image: Image.Image, text: str) -> Image.Image:
    """Over what is there, in whatever mode."""
    result = image.copy()
    ImageDraw.Draw(result).text((2, 1), text, fill=(250, 10, 90), font=DEFAULT)
    return result
