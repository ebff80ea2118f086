"""Iterating a text, ord and chr, and their errors."""

from hotforge import compile


@compile()
def codes(text: str) -> list[int]:
    return [ord(character) for character in text]


@compile()
def single(text: str) -> int:
    return ord(text)


@compile()
def character(code: int) -> str:
    return chr(code)


@compile()
def caesar(text: str, shift: int) -> str:
    result = ""
    for c in text:
        if "a" <= c <= "z":
            result += chr((ord(c) - ord("a") + shift) % 26 + ord("a"))
        else:
            result += c
    return result


CASES = {
    "codes": [("",), ("aé日😀",), ("\x00\x7f\x80",)],
    "single": [("x",), ("",), ("ab",)],
    "character": [(65,), (0x1F600,), (-1,), (0x110000,)],
    "caesar": [("hello, world", 3), ("xyz", -29), ("", 5)],
}
