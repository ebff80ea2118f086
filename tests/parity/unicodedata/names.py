"""`unicodedata.name` and `lookup`: every name there is, aliases and sequences."""

import unicodedata

from hotforge import compile


@compile()
def all_names(start: int, stop: int) -> list[str]:
    names = []
    for code in range(start, stop):
        if 0xD800 <= code < 0xE000:
            continue
        c = chr(code)
        name = unicodedata.name(c, "")
        if name:
            names.append(name)
            if unicodedata.lookup(name) != c:
                names.append("not found")
    return names


@compile()
def name(text: str) -> str:
    return unicodedata.name(text)


@compile()
def lookup(name: str) -> str:
    return unicodedata.lookup(name)


@compile()
def found(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError as error:
        return str(error)


NAMES = [
    "SPACE", "space", "Latin Small Letter A", "LATIN SMALL LETTER GHA", "nbsp", "NULL", "KEYCAP DIGIT ONE",
    "keycap digit one", "HANGUL SYLLABLE GA", "hangul syllable ga", "Hangul Syllable GA", "HANGUL SYLLABLE", "HANGUL SYLLABLE ",
    "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-4e00", "cjk unified ideograph-4E00", "CJK UNIFIED IDEOGRAPH-20000",
    "CJK UNIFIED IDEOGRAPH-020000", "CJK COMPATIBILITY IDEOGRAPH-f900", "LATINSMALLLETTERA", "LATIN_SMALL_LETTER_A",
    "LATIN-SMALL-LETTER-A", " SPACE", "SPACE ", "", "é", "ſPACE", "A\nB", "'", "HANGUL JUNGSEONG O-E", "HANGUL JUNGSEONG OE",
    "TIBETAN LETTER -A", "TIBETAN LETTER A", "BELL", "ALERT", "LINE FEED", "VS17", "TANGUT IDEOGRAPH-17000", "x" * 256, "x" * 257,
    "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRAKCET",
    "PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET", "FACE WITH BAGS UNDER EYES", "SNOWMAN", "END OF LINE",
]  # fmt: skip
CASES = {
    "all_names": [(0, 0x4000), (0x4000, 0xD800), (0xE000, 0x14000), (0x14000, 0x20000), (0x20000, 0x32000), (0xE0000, 0xE1000)],
    "name": [("a",), ("\x00",), ("ab",), ("",), ("漢",), ("각",), ("\U0001fae9",), ("\ue000",), ("😀",)],
    "lookup": [(name,) for name in NAMES],
    "found": [(name,) for name in NAMES],
}
