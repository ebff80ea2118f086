"""Fonts that are made at module level, at any size: captured from Pillow, which lays them out by itself or by Raqm."""

import struct
from io import BytesIO

from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont, features

from _texts import CASES, SHAPED, TEXTS
from hotforge import compile


def kerned(pairs: dict[tuple[int, int], int]) -> BytesIO:
    """Pillow's own font, and a table by which pairs of its glyphs stand closer to one another or further apart."""
    data = ImageFont.load_default().font_bytes
    (count,) = struct.unpack_from(">H", data, 4)
    entries = [struct.unpack_from(">4sIII", data, 12 + 16 * place) for place in range(count)]
    rows = b"".join(struct.pack(">HHh", *pair, by) for pair, by in sorted(pairs.items()))
    kern = struct.pack(">4H", 0, 1, 0, 14 + len(rows)) + struct.pack(">5H", 1, len(pairs), 0, 0, 0) + rows
    tables = [(tag, data[start : start + length]) for tag, _, start, length in entries] + [(b"kern", kern)]
    head, body, start = b"", b"", 12 + 16 * len(tables)
    for tag, table in sorted(tables):
        head += struct.pack(">4sIII", tag, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return BytesIO(data[:4] + struct.pack(">4H", len(tables), 0, 0, 0) + head + body)


DEFAULT = ImageFont.load_default()
LARGE = ImageFont.load_default(23)
UNEVEN = ImageFont.load_default(size=14.7)
#: Glyphs 34 to 40 are letters from A on.
KERNED = ImageFont.truetype(kerned({(first, second): (first * 7 + second * 13) % 260 - 160 for first in range(20, 95) for second in range(20, 95)}), 31, layout_engine=ImageFont.Layout.BASIC)

FONTS = get_data_path() + "/fonts/ttf/"
#: As annotation code reads a font.
DEJAVU = ImageFont.truetype(FONTS + "DejaVuSans.ttf", 17, layout_engine=ImageFont.Layout.BASIC)
SANS = ImageFont.truetype(FONTS + "DejaVuSans.ttf", 17)
BOLD = ImageFont.truetype(FONTS + "DejaVuSans-Bold.ttf", 24.5)
SERIF = ImageFont.truetype(FONTS + "DejaVuSerif-Italic.ttf", 12)
#: A font without instructions, which FreeType hints by itself.
STIX = ImageFont.truetype(FONTS + "STIXGeneral.ttf", 31)


@compile()
def label(text: str, xy: tuple[float, float]) -> tuple[Image.Image, Image.Image, Image.Image]:
    """As a detector labels its boxes."""
    image = Image.new("RGB", (90, 40), "navy")
    draw = ImageDraw.Draw(image)
    box = draw.textbbox(xy, text, font=LARGE)
    draw.rectangle(box, fill="black")
    draw.text(xy, text, fill=(255, 200, 0), font=LARGE)
    draw.text((3, 3), text)
    grey = Image.new("L", (60, 20), 40)
    ImageDraw.Draw(grey).text(xy, text, 250, UNEVEN)
    clear = Image.new("RGBA", (60, 30))
    ImageDraw.Draw(clear).text(xy, text, "#ff880080", KERNED)
    return image, grey, clear


@compile()
def boxes(text: str, anchor: str) -> tuple[tuple[int, int, int, int], tuple[float, float, float, float], float, tuple[int, int, int, int]]:
    draw = ImageDraw.Draw(Image.new("RGB", (1, 1)))
    return (
        draw.textbbox((7, -3), text, KERNED, anchor=anchor),
        draw.textbbox((7.25, -3.5), text, font=KERNED, anchor=anchor),
        draw.textlength(text, LARGE),
        KERNED.getbbox(text, anchor=anchor),
    )


@compile()
def whole_boxes(text: str, x: int, spacing: int) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int]]:
    draw = ImageDraw.Draw(Image.new("L", (1, 1)))
    font = ImageFont.load_default()
    return draw.textbbox((x, 4), text, spacing=spacing), draw.textbbox((x, 4), text, LARGE, anchor="ls"), draw.textbbox((x, x), text, font, anchor="ld"), UNEVEN.getmetrics()


@compile()
def lengths(text: str) -> tuple[float, float, float, float, float]:
    return DEJAVU.getlength(text), DEFAULT.getlength(text), LARGE.getlength(text), UNEVEN.getlength(text), KERNED.getlength(text)


@compile()
def paragraph(text: str, anchor: str | None, align: str, spacing: float) -> tuple[Image.Image, tuple[float, float, float, float]]:
    image = Image.new("L", (120, 110), 0)
    draw = ImageDraw.Draw(image)
    draw.multiline_text((50.5, 40.25), text, 255, LARGE, anchor, spacing, align)
    return image, draw.textbbox((50.5, 40.25), text, font=LARGE, anchor=anchor, spacing=spacing, align=align)


@compile()
def over(image: Image.Image, text: str) -> Image.Image:
    """Over what is there, in whatever mode."""
    result = image.copy()
    ImageDraw.Draw(result).text((2, 1), text, fill=(250, 10, 90), font=DEJAVU)
    return result


@compile()
def shaped(text: str) -> tuple[float, float, float, float]:
    return SANS.getlength(text), BOLD.getlength(text), SERIF.getlength(text), STIX.getlength(text)


@compile()
def shaped_boxes(text: str, anchor: str) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int, int, int], tuple[int, int, int, int]]:
    draw = ImageDraw.Draw(Image.new("L", (1, 1)))
    return SANS.getbbox(text, anchor=anchor), BOLD.getbbox(text, anchor=anchor), SERIF.getbbox(text, anchor=anchor), draw.textbbox((3, 4), text, STIX, anchor=anchor)


@compile()
def shaped_lines(text: str, xy: tuple[float, float]) -> Image.Image:
    image = Image.new("RGB", (300, 110), "navy")
    draw = ImageDraw.Draw(image)
    for place, font in enumerate([SANS, BOLD, SERIF, STIX]):
        draw.text((xy[0], xy[1] + 24 * place), text, "white", font)
    return image


# Without Raqm, a font with pairs has Latin letters alone.
ALL = [*TEXTS, *SHAPED] if features.check("raqm") else TEXTS
CASES = CASES | {
    "shaped": [(text,) for text in [*ALL, "a\nb"]],
    "shaped_boxes": [(text, anchor) for text in ALL for anchor in ("la", "ms", "rb")] + [("x", "xx"), ("x", "l")],
    "shaped_lines": [(text, xy) for text in ALL for xy in [(2.5, 1.75), (-3.25, 0.0)]] + [("two\nlines", (1, 1))],
}
