"""Fonts that Pillow lays out by Raqm: what its shaper, HarfBuzz, reads of their files, and the glyphs by their numbers.

Shaping chooses glyphs by what stands beside a character, so glyphs cannot be asked for by characters. Pillow draws characters alone,
therefore it is given the font once more with a table of its own, by which character `FIRST + number` has the glyph of that
number. In that font FreeType hints glyphs as it does in the other, since what it asks of characters, it asks the tables that were there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

#: Advance, left, top, width, height and pixels.
Glyph = tuple[int, int, int, int, int, bytes]

#: Where the glyphs begin, as characters: a plane for private use.
FIRST = 0xF0000
#: The platform and the encoding of that table, and how FreeType calls it: one that nothing looks for. (FreeType's hinter
#: prefers a table of symbols to one of Unicode.)
JOHAB = (3, 6)
JOHAB_TAG = "joha"
#: What tells a shaper more than which glyph a character has.
SHAPING = frozenset({b"GDEF", b"GSUB", b"GPOS", b"kern", b"kerx", b"morx", b"mort", b"feat", b"trak", b"ankr"})
#: What else a shaper reads.
NEEDED = frozenset({b"head", b"hhea", b"hmtx", b"maxp", b"cmap", b"OS/2"})


class NotKnown(Exception):
    """Why the glyphs of a font cannot be told."""


class Shaped:
    """A font of Raqm: its glyphs, and what its texts are shaped by."""

    def __init__(self, font: Any) -> None:
        from PIL.ImageFont import Layout, truetype

        self.kind, self.tables = _tables(font)
        (self.count,) = struct.unpack_from(">H", self.tables[b"maxp"], 4)
        numbered = self.tables | {b"cmap": _numbered(self.tables[b"cmap"], self.count)}
        plain = {tag: table for tag, table in numbered.items() if tag not in SHAPING}
        self.drawn = truetype(BytesIO(_joined(self.kind, numbered)), font.size, 0, JOHAB_TAG, Layout.BASIC)
        self.bare = truetype(BytesIO(_joined(self.kind, _without_advances(numbered))), font.size, 0, JOHAB_TAG, Layout.BASIC)
        self.measured = truetype(BytesIO(_joined(self.kind, plain)), font.size, 0, JOHAB_TAG, Layout.RAQM)
        if b"fvar" in self.tables:
            _is_as_in_its_file(font, self)

    def glyphs(self) -> Iterator[Glyph]:
        """All glyphs of the font."""
        for character in (chr(FIRST + number) for number in range(self.count)):
            yield int(self.measured.getlength(character) * 64), *self._pixels(character)

    def _pixels(self, character: str) -> tuple[int, int, int, int, bytes]:
        """The pixels in the box around a glyph's outline and the pen: what Pillow draws takes in the way of the pen, too."""
        left, top, mask = _drawn(self.bare, character)
        # Instructions of a font may ask where the pen goes.
        inked = mask.getbbox()
        other_left, other_top, other = _drawn(self.drawn, character)
        other_inked = other.getbbox()
        if inked is not None and other_inked is not None:
            start, other_start = (left + inked[0], top + inked[1]), (other_left + other_inked[0], other_top + other_inked[1])
            if start != other_start or mask.crop(inked).tobytes() != other.crop(other_inked).tobytes():
                left, top, mask = *other_start, other.crop(other_inked)
        return left, -top, *mask.size, mask.tobytes()

    def scale(self) -> int:
        """How many 64ths of a pixel the em is."""
        (size,) = struct.unpack("<f", struct.pack("<f", self.drawn.size))
        return int(size * 64)

    def shaper(self) -> bytes:
        """The font without the outlines of its glyphs."""
        return _joined(self.kind, {tag: table for tag, table in self.tables.items() if tag in NEEDED | SHAPING})


def _tables(font: Any) -> tuple[bytes, dict[bytes, bytes]]:
    """What kind of font a file holds, and its tables by their tags."""
    if font.encoding not in ("", "unic"):
        raise NotKnown(f"its characters are those of the encoding {font.encoding!r}")
    if isinstance(font.path, (str, bytes)):
        with open(font.path, "rb") as file:
            data = file.read()
    else:
        data = font.font_bytes
    start = struct.unpack_from(">I", data, 12 + 4 * font.index)[0] if data[:4] == b"ttcf" else 0
    kind = data[start : start + 4]
    if kind not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise NotKnown("it is no TrueType or OpenType font")
    (count,) = struct.unpack_from(">H", data, start + 4)
    entries = [struct.unpack_from(">4sIII", data, start + 12 + 16 * place) for place in range(count)]
    return kind, {tag: data[begin : begin + length] for tag, _, begin, length in entries}


def _joined(kind: bytes, tables: dict[bytes, bytes]) -> bytes:
    """The file of these tables."""
    head, body, start = b"", b"", 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        head += struct.pack(">4sIII", tag, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return kind + struct.pack(">4H", len(tables), 0, 0, 0) + head + body


def _numbered(cmap: bytes, count: int) -> bytes:
    """A table of characters with one more encoding, in which characters are the numbers of glyphs."""
    (encodings,) = struct.unpack_from(">H", cmap, 2)
    rows = [struct.unpack_from(">HHI", cmap, 4 + 8 * place) for place in range(encodings)]
    rows = [row for row in rows if row[:2] != JOHAB]
    if not any(platform == 0 or (platform, encoding) in ((3, 1), (3, 10)) for platform, encoding, _ in rows):
        raise NotKnown("its characters are not those of Unicode")
    moved = 4 + 8 * (len(rows) + 1)
    rows = [(platform, encoding, start + moved) for platform, encoding, start in rows]
    rows.append((*JOHAB, moved + len(cmap)))
    numbers = struct.pack(">2H6I", 12, 0, 28, 0, 1, FIRST, FIRST + count - 1, 0)
    return struct.pack(">2H", 0, len(rows)) + b"".join(struct.pack(">HHI", *row) for row in sorted(rows)) + cmap + numbers


def _without_advances(tables: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """The tables of a font whose pen does not move."""
    (count,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    metrics = tables[b"hmtx"]
    still = b"".join(bytes(2) + metrics[4 * place + 2 : 4 * place + 4] for place in range(count))
    return tables | {b"hmtx": still + metrics[4 * count :]}


def _drawn(font: Any, character: str) -> tuple[int, int, Any]:
    """Where the pixels of a character begin, to the right of the pen and below it, and these."""
    from PIL import Image

    mask, (left, top) = font.getmask2(character, "L", anchor="ls")
    return left, top, Image.frombytes("L", mask.size, bytes(mask))


def _is_as_in_its_file(font: Any, shaped: Shaped) -> None:
    """Pillow does not tell which variation of a font is set: whether letters look otherwise does."""
    from PIL.ImageFont import truetype

    other = truetype(BytesIO(_joined(shaped.kind, shaped.tables)), font.size, layout_engine=font.layout_engine)
    if any(bytes(font.getmask(letter)) != bytes(other.getmask(letter)) for letter in "HOgx05"):
        raise NotKnown("a variation of it is set")
