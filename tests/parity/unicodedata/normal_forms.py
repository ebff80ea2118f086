"""`unicodedata.normalize` and `is_normalized`: every character, and texts of several."""

import unicodedata

from hotforge import compile


@compile()
def all_forms(start: int, stop: int, before: str, after: str) -> list[str]:
    changed = []
    for code in range(start, stop):
        if 0xD800 <= code < 0xE000:
            continue
        text = before + chr(code) + after
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            normal = unicodedata.normalize(form, text)
            if normal != text:
                changed.append(normal)
            if unicodedata.is_normalized(form, text) != (normal == text):
                changed.append("differs")
    return changed


@compile()
def forms(text: str) -> list[str]:
    return [unicodedata.normalize(form, text) for form in ["NFC", "NFD", "NFKC", "NFKD"]]


@compile()
def form(form: str, text: str) -> tuple[str, bool]:
    return unicodedata.normalize(form, text), unicodedata.is_normalized(form, text)


@compile()
def without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


TEXTS = [
    "", "plain", "é", "e\u0301", "e\u0323\u0301", "e\u0301\u0323", "Å", "ﬁ", "①", "각", "\u1100\u1161\u11a8", "ế", "\u0344",
    "a\u0315\u0300\u05ae\u0300b", "Ⅷ½", "\u0958", "ΐ", "n\u0303" * 50, "\u1e9b\u0323", "漢字", "\uf900", "é" * 3 + "\u0301",
    "\U0001d15e", "\u0f71\u0f72\u0f74", "a\U00010efd\u0323", "a\u0323\U00010efd\u0301", "a\u0897\u0301", "\U00016d68\U00016d67",
    "\u0dd9\u0dca", "\uac00\u11a8\u11a8", "\u3000Ａｂｃ１２３", "x\u200dy", "\u0300", "\u0301\u0300a",
]  # fmt: skip
CASES = {
    "all_forms": [
        (0, 0x3000, "", ""), (0x3000, 0x10000, "", ""), (0x10000, 0x18000, "", ""), (0x18000, 0x20000, "", ""), (0x2F800, 0x2FA20, "", ""),
        (0xE0000, 0xE0200, "", ""), (0, 0x3000, "a", "\u0301"), (0x10000, 0x12000, "e\u0301", "\u0323"), (0x1D000, 0x1F000, "u\u0308", "\u0304"),
    ],
    "forms": [(text,) for text in TEXTS],
    "form": [("NFC", "é"), ("nfc", "é"), ("", "é"), ("", ""), ("NFX", ""), ("NFKC", "ﬁ")],
    "without_marks": [("Crème Brûlée",), ("ÅNGSTRÖM",), ("Straße ①",), ("",)],
}  # fmt: skip
