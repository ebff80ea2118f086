"""`bytearray` with others: comparison, iteration, conversions, functions that take bytes."""

import base64
import hashlib
import zlib

from hotforge import compile


@compile()
def compared(a: bytes, b: bytes) -> list[bool]:
    x, y = bytearray(a), bytearray(b)
    return [x == y, x == b, a == y, x != b, a != y, x < y, x <= b, a > y, x >= y, x is y, x in [y], x == bytearray(x)]


@compile()
def iterated(data: bytes) -> tuple[list[int], list[int], int, list[int], list[tuple[int, int]]]:
    held = bytearray(data)
    return list(held), list(reversed(held)), sum(held), sorted(held), list(enumerate(held))


@compile()
def growing(data: bytes) -> bytes:
    held = bytearray(data)
    for byte in held:
        if len(held) < 10:
            held.append(byte + 1)
    return bytes(held)


@compile()
def added(a: bytes, b: bytes) -> list[str]:
    x = bytearray(b)
    return [repr(a + x), repr(x + a), repr(x + x), repr(bytes(x) + a)]


@compile()
def in_containers(data: bytes) -> list[str]:
    held = bytearray(data)
    pair = (held, held)
    table = {"a": held, "b": bytearray(b"x")}
    table["a"].append(33)
    rows = [bytearray(2) for _ in range(3)]
    rows[1][0] = 7
    return [repr(pair), repr(table), repr(rows), str(max(rows)), str(len(held))]


def fill(buffer: bytearray, value: int) -> bytearray | None:
    for place in range(len(buffer)):
        buffer[place] = value
    return buffer if value else None


@compile()
def passed(size: int, value: int) -> tuple[bytes, bool]:
    buffer = bytearray(size)
    filled = fill(buffer, value)
    return bytes(buffer), filled is not None and len(filled) > 0


@compile()
def taken(data: bytes) -> list[str]:
    held = bytearray(data)
    return [hashlib.md5(held).hexdigest(), str(zlib.crc32(held)), base64.b64encode(held).decode(), str(int.from_bytes(held[:4], "big")), base64.b64decode(bytearray(b"YQ==")).decode()]


@compile()
def truth(data: bytes) -> list[str]:
    held = bytearray(data)
    return ["full" if held else "empty", "yes" if not held else "no", str(isinstance(held, bytearray)), type(held).__name__]


CASES = {
    "compared": [(b"", b""), (b"a", b"a"), (b"a", b"b"), (b"ab", b"a"), (b"\xff", b"\x00\x00")],
    "iterated": [(b"",), (b"cab",)],
    "growing": [(b"",), (b"a",), (b"ab",)],
    "added": [(b"", b""), (b"a", b"b")],
    "in_containers": [(b"",), (b"ab",)],
    "passed": [(0, 1), (3, 0), (3, 255), (2, 256)],
    "taken": [(b"",), (b"abcdef",)],
    "truth": [(b"",), (b"\x00",)],
}
