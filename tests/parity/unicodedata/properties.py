"""`unicodedata`: the properties of every code point that text can hold."""

import unicodedata

from hotforge import compile


@compile()
def all_properties(start: int, stop: int) -> list[tuple[str, str, int, str, int, str]]:
    found = []
    last = ("", "", 0, "", 0, "")
    for code in range(start, stop):
        if 0xD800 <= code < 0xE000:
            continue
        c = chr(code)
        properties = (
            unicodedata.category(c),
            unicodedata.bidirectional(c),
            unicodedata.combining(c),
            unicodedata.east_asian_width(c),
            unicodedata.mirrored(c),
            unicodedata.decomposition(c),
        )
        if properties != last:
            found.append(properties)
            last = properties
    return found


@compile()
def all_numbers(start: int, stop: int) -> list[tuple[int, int, int, float]]:
    found = []
    for code in range(start, stop):
        if 0xD800 <= code < 0xE000:
            continue
        c = chr(code)
        number = unicodedata.numeric(c, -1.0)
        if number != -1.0:
            found.append((code, unicodedata.decimal(c, -1), unicodedata.digit(c, -1), number))
    return found


@compile()
def one(text: str) -> tuple[str, str, int]:
    return unicodedata.category(text), unicodedata.east_asian_width(text), unicodedata.combining(text)


@compile()
def refused(text: str, which: int) -> str:
    try:
        if which == 0:
            return str(unicodedata.decimal(text))
        if which == 1:
            return str(unicodedata.digit(text))
        if which == 2:
            return str(unicodedata.numeric(text))
        if which == 3:
            return unicodedata.bidirectional(text)
        if which == 4:
            return str(unicodedata.mirrored(text))
        return unicodedata.decomposition(text)
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


@compile()
def defaults(text: str) -> tuple[int | str, int | None, float | bool, str | int]:
    return (
        unicodedata.decimal(text, "none"),
        unicodedata.digit(text, None),
        unicodedata.numeric(text, False),
        unicodedata.name(text, 0),
    )


@compile()
def version() -> str:
    return unicodedata.unidata_version


TEXTS = ["a", "", "ab", "é", "5", "٣", "½", "①", "\u0301", "漢", "😀", "\x00", "\U0010ffff", "\u0378", "Ⅷ", "二", "\u202e"]
CASES = {
    "all_properties": [(start, start + 0x10000) for start in range(0, 0x30000, 0x10000)]
    + [(0x30000, 0x40000), (0xE0000, 0xF0000), (0xF0000, 0x110000)],
    "all_numbers": [(0, 0x20000), (0x20000, 0x30000), (0xE0000, 0x110000)],
    "one": [(text,) for text in TEXTS],
    "refused": [(text, which) for text in TEXTS for which in range(6)],
    "defaults": [(text,) for text in TEXTS],
    "version": [()],
}
