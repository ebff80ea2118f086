"""Bytes searched for one byte, given as a number; prefixes within a window."""

from hotforge import compile


@compile()
def found(data: bytes, byte: int, start: int, end: int | None) -> list[int]:
    return [data.find(byte), data.rfind(byte), data.count(byte), data.find(byte, start, end), data.rfind(byte, start, end), data.count(byte, start, end)]


@compile()
def indexed(data: bytes, byte: int) -> list[int]:
    return [data.index(byte), data.rindex(byte)]


@compile()
def windowed(data: bytes, part: bytes, start: int, end: int | None) -> list[bool]:
    return [data.startswith(part, start), data.startswith(part, start, end), data.endswith(part, start), data.endswith(part, start, end)]


CASES = {
    "found": [(b"abcabc", 98, 2, None), (b"", 0, 0, 0), (b"abc", 256, 0, None), (b"abc", -1, 0, None), (b"aaa", 97, -2, -1), (b"abc", 99, 5, 1)],
    "indexed": [(b"abcabc", 98), (b"abc", 120), (b"abc", 300)],
    "windowed": [(b"abc", b"b", 1, 2), (b"abc", b"", 3, None), (b"abc", b"", 4, None), (b"abc", b"c", -1, None), (b"", b"", 0, -1), (b"abc", b"abcd", 0, 9)],
}
