"""Indexing and slicing by code points, from either end and backwards."""

from hotforge import compile


@compile()
def character(text: str, index: int) -> str:
    return text[index]


@compile()
def part(text: str, start: int, stop: int, step: int) -> str:
    return text[start:stop:step]


@compile()
def fixed(text: str) -> list[str]:
    return [text[1:], text[:-1], text[::-1], text[-3:-1], text[::2], text[5:2], text[2::-1], text[:]]


CASES = {
    "character": [("abc", 0), ("abc", -1), ("a😀c", 1), ("abc", 3), ("abc", -4), ("", 0)],
    "part": [("abcdef", 1, 5, 2), ("abcdef", 5, 1, -2), ("abcdef", -100, 100, 1), ("añ😀日x", 4, -6, -1), ("abc", 0, 3, 0)],
    "fixed": [("",), ("a",), ("abcdefgh",), ("日本語テキスト",)],
}
