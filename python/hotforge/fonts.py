"""Fonts of Pillow as tables of glyphs, so that compiled code draws the very pixels that Pillow draws.

    python -m hotforge.fonts FILE         writes the table of `ImageFont.load_default()`, which the runtime holds

Pillow draws each glyph at a whole pixel, whatever stands beside it, so its pixels can be taken from Pillow once. In its basic layout
each character has a glyph; what Raqm lays out is shaped when it is drawn (`raqm.py`). A table is packed by zlib, and little-endian:

| part | what it is |
|---|---|
| 3 × i32 | ascender, middle and descender: the heights of the anchors `a`, `m` and `d` above the baseline, in pixels |
| u32 | how many glyphs there are |
| of each glyph | i32 `advance` in 64ths of a pixel, i32 `left` and `top` from the pen, u32 `width` and `height`; then its pixels, a byte each |
| u32 | 0 for the basic layout, 1 for Raqm |

Then of the basic layout:

| part | what it is |
|---|---|
| u32 | how many ranges of characters were captured; then of each the first and the last, u32 both |
| u32 | how many characters have a glyph; then of each u32 the character and u32 the glyph. All others have the first glyph |
| u32 | how many pairs are kerned; then of each u32 the first, u32 the second, i32 by what, in 64ths of a pixel |

And of Raqm:

| part | what it is |
|---|---|
| i32 | the em, in 64ths of a pixel |
| u32 | how many glyphs the font has; then u32 for each, which of those above it is |
| u32 | how many bytes the font has without its outlines; then these |
"""

from __future__ import annotations

import struct
import sys
import zlib
from itertools import product
from pathlib import Path
from typing import Any

from hotforge.raqm import Glyph, NotKnown, Shaped

#: Latin letters and typographic signs: what is captured of a font whose pairs have to be measured, each with each.
LATIN = [(0x00, 0xFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x20AC, 0x20AC), (0x2122, 0x2122)]
#: What is captured of any other font.
ALL = [(0x00, 0x5FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1E00, 0x1FFF), (0x2000, 0x27BF), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0xFFFD, 0xFFFD)]  # fmt: skip
#: No font has a glyph for it.
NONCHARACTER = "\uffff"


def table(font: Any) -> bytes | str:
    """The table of a `FreeTypeFont`; or why there is none."""
    try:
        if int(font.layout_engine) == 0:
            return _packed_table(font, *_basic(font, LATIN if _has_kerning(font) else ALL))
        return _packed_table(font, *_shaped(Shaped(font)))
    except (OSError, KeyError, struct.error, NotKnown) as error:
        return f"its glyphs cannot be taken from Pillow: {error}"


def _packed_table(font: Any, glyphs: dict[Glyph, int], layout: bytes) -> bytes:
    parts = [struct.pack("<3i", *_heights(font)), struct.pack("<I", len(glyphs))]
    for *metrics, pixels in glyphs:
        parts += [struct.pack("<3i2I", *metrics), pixels]
    return zlib.compress(b"".join([*parts, layout]))


def _basic(font: Any, ranges: list[tuple[int, int]]) -> tuple[dict[Glyph, int], bytes]:
    """The glyphs of a font of the basic layout, each with its place, and what lays them out."""
    characters = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    missing = _glyph(font, NONCHARACTER)
    glyphs = {missing: 0}
    placed: list[tuple[int, int]] = []
    for character in characters:
        glyph = _glyph(font, character)
        if glyph != missing:
            placed.append((ord(character), glyphs.setdefault(glyph, len(glyphs))))
    kerned = _kerned(font, characters) if ranges is LATIN else []
    return glyphs, struct.pack("<I", 0) + _packed("2I", ranges) + _packed("2I", placed) + _packed("2Ii", kerned)


def _shaped(font: Shaped) -> tuple[dict[Glyph, int], bytes]:
    """The glyphs of a font of Raqm, each with its place, and what lays them out."""
    glyphs: dict[Glyph, int] = {}
    placed = [(glyphs.setdefault(glyph, len(glyphs)),) for glyph in font.glyphs()]
    shaper = font.shaper()
    return glyphs, struct.pack("<Ii", 1, font.scale()) + _packed("I", placed) + struct.pack("<I", len(shaper)) + shaper


def _glyph(font: Any, character: str) -> Glyph:
    """The box of its pixels holds the way of the pen, too, as Pillow's does."""
    mask, (left, top) = font.getmask2(character, "L", anchor="ls")
    width, height = mask.size
    return int(font.getlength(character) * 64), left, -top, width, height, bytes(mask)


def _heights(font: Any) -> list[int]:
    baseline = font.getbbox("A", anchor="ls")[1]
    return [font.getbbox("A", anchor=anchor)[1] - baseline for anchor in ("la", "lm", "ld")]


def _kerned(font: Any, characters: list[str]) -> list[tuple[int, int, int]]:
    advances = {character: font.getlength(character) for character in characters}
    pairs = []
    for first, second in product(characters, repeat=2):
        if by := font.getlength(first + second) - advances[first] - advances[second]:
            pairs.append((ord(first), ord(second), int(by * 64)))
    return pairs


def _has_kerning(font: Any) -> bool:
    """Whether its file has a table of pairs; also where that cannot be told."""
    source = font.path
    if isinstance(source, (str, bytes)):
        with open(source, "rb") as file:
            data = file.read(4096)
    else:
        data = getattr(font, "font_bytes", b"")[:4096]
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return True
    (count,) = struct.unpack_from(">H", data, 4)
    return any(data[12 + 16 * place :][:4] == b"kern" for place in range(count))


def _packed(form: str, rows: list[Any]) -> bytes:
    return struct.pack("<I", len(rows)) + b"".join(struct.pack(f"<{form}", *row) for row in rows)


if __name__ == "__main__":
    from PIL import ImageFont

    default = table(ImageFont.load_default())
    assert isinstance(default, bytes)
    Path(sys.argv[1]).write_bytes(default)
