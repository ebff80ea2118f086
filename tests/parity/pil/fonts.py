"""Fonts that are made at module level, at any size: captured from Pillow, which lays them out by itself."""

import struct
from io import BytesIO

from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont

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

#: As annotation code reads a font.
DEJAVU = ImageFont.truetype(get_data_path() + "/fonts/ttf/DejaVuSans.ttf", 17, layout_engine=ImageFont.Layout.BASIC)


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


TEXTS = ["", "person 0.97", "Ágy«—»", "AVATAR To. fi ffi", "jjj", " ", "||", "tab\there", "‰", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]
ANCHORS = ["la", "lt", "lm", "ls", "lb", "ld", "ma", "mm", "ms", "rs", "rb", "rd"]
PARAGRAPHS = ["one\ntwo words\nthree more words", "\n", "a\n\nb c", "wider than\nx y z\n"]


CASES = {
    "label": [(text, xy) for text in TEXTS for xy in [(5, 4), (2.5, 3.75), (-4.25, -6.5), (70.0, 30.5)]] + [("x", (float("nan"), 0)), ("x", (0.0, float("inf"))), ("x", (2.0**31, 0)), ("x", (-1e9, 1e9))],
    "boxes": [(text, anchor) for text in TEXTS for anchor in ANCHORS] + [("x", anchor) for anchor in ("", "l", "xx", "la ", "sa", "lé")] + [("", "xx"), ("a\nb", "la\n")],
    "whole_boxes": [(text, x, spacing) for text in [*TEXTS, *PARAGRAPHS] for x, spacing in [(0, 4), (-7, 0), (90, -30)]],
    "lengths": [(text,) for text in [*TEXTS, "a\nb"]],
    "paragraph": [(text, anchor, align, 4) for text in PARAGRAPHS for anchor in [None, "la", "ms", "rd", "mm", "rs", "lt"] for align in ["left", "center", "right", "justify"]]
    + [("a b\nlonger", None, "middle", 4), ("a", None, "middle", 4), ("a b\nlonger", "mb", "left", -2.5), ("a b\nlonger", None, "right", 0.25)],
    "over": [(Image.radial_gradient("L").resize((40, 14)).convert(mode), "Over 8%, AVA") for mode in ("RGB", "RGBA")],
}
