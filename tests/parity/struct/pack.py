"""`struct.pack`: every format character in every byte order, and what does not fit."""

import struct

from hotforge import compile

HEADER = "<IHH"


@compile()
def native(a: int, b: int) -> list[bytes]:
    return [struct.pack("bB", a, b), struct.pack("@hH", a, b), struct.pack("iI", a, b), struct.pack("lL", a, b), struct.pack("qQ", a, b),
            struct.pack("nN", a, b), struct.pack("P", b)]  # fmt: skip


@compile()
def ordered(a: int, b: int) -> list[bytes]:
    return [struct.pack("<bBhHiIlLqQ", a, b, a, b, a, b, a, b, a, b), struct.pack(">bBhHiIlLqQ", a, b, a, b, a, b, a, b, a, b),
            struct.pack("=bBhHiIlLqQ", a, b, a, b, a, b, a, b, a, b), struct.pack("!2h", a, b)]  # fmt: skip


@compile()
def does_not_fit(value: int) -> list[str]:
    said = []
    for number in range(20):
        try:
            if number == 0:
                said.append(struct.pack("b", value).hex())
            elif number == 1:
                said.append(struct.pack(">B", value).hex())
            elif number == 2:
                said.append(struct.pack("h", value).hex())
            elif number == 3:
                said.append(struct.pack(">h", value).hex())
            elif number == 4:
                said.append(struct.pack("<H", value).hex())
            elif number == 5:
                said.append(struct.pack(">H", value).hex())
            elif number == 6:
                said.append(struct.pack("i", value).hex())
            elif number == 7:
                said.append(struct.pack(">i", value).hex())
            elif number == 8:
                said.append(struct.pack("I", value).hex())
            elif number == 9:
                said.append(struct.pack("<I", value).hex())
            elif number == 10:
                said.append(struct.pack(">I", value).hex())
            elif number == 11:
                said.append(struct.pack("<l", value).hex())
            elif number == 12:
                said.append(struct.pack(">L", value).hex())
            elif number == 13:
                said.append(struct.pack("L", value).hex())
            elif number == 14:
                said.append(struct.pack("Q", value).hex())
            elif number == 15:
                said.append(struct.pack("<Q", value).hex())
            elif number == 16:
                said.append(struct.pack(">Q", value).hex())
            elif number == 17:
                said.append(struct.pack("N", value).hex())
            elif number == 18:
                said.append(struct.pack("P", value).hex())
            else:
                said.append(struct.pack("=hq", value, value).hex())
        except struct.error as error:
            said.append(f"{type(error).__name__}: {error}")
    return said


@compile()
def floats(value: float) -> list[bytes]:
    return [struct.pack("d", value), struct.pack(">d", value), struct.pack("f", value)]


@compile()
def narrow_floats(value: float, which: int) -> bytes:
    if which == 0:
        return struct.pack("<f", value)
    if which == 1:
        return struct.pack(">f", value)
    if which == 2:
        return struct.pack("e", value)
    if which == 3:
        return struct.pack("=f", value)
    return struct.pack(">e", value)


@compile()
def texts(data: bytes) -> list[bytes]:
    return [struct.pack("5s", data), struct.pack("s", data), struct.pack("0s", data), struct.pack("4p", data), struct.pack("1p", data),
            struct.pack("300p", data), struct.pack("<2s3sx", data, data)]  # fmt: skip


@compile()
def one_byte(data: bytes) -> bytes:
    return struct.pack("2c", data, b"x")


@compile()
def mixed(flag: bool, name: str, number: int, items: list[int]) -> bytes:
    return struct.pack(HEADER, number, len(name), flag) + struct.pack("?2?d", flag, items, name, number) + struct.pack("i", flag)


@compile()
def aligned() -> list[bytes]:
    return [struct.pack("bq", 1, 2), struct.pack("bqb", 1, 2, 3), struct.pack("b0q", 1), struct.pack("b 3x i", 1, 2), struct.pack("=bq", 1, 2),
            struct.pack("", ), struct.pack("cbhx?d", b"a", 1, 2, True, 3)]  # fmt: skip


@compile()
def sizes() -> list[int]:
    return [struct.calcsize("bq"), struct.calcsize("=bq"), struct.calcsize("b0q"), struct.calcsize("10s 3x i"), struct.calcsize(""),
            struct.calcsize(b"<2h"), struct.calcsize(HEADER), struct.calcsize("nNP"), struct.calcsize("e?pf")]  # fmt: skip


NUMBERS = [0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1,
           2**32 - 1, 2**32, 2**63 - 1, -(2**63)]  # fmt: skip
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1e-8, 65504.0, 65519.99, 65520.0, 5.960464477539063e-08, 2.9e-08, 1e39, 3.4028235677973366e38,
          3.4028235e38, 1e-46, 1e-45, float("inf"), float("-inf"), float("nan"), 1.0009765625, 1.00048828125, 2049.0]  # fmt: skip
CASES = {
    "native": [(1, 2), (-128, 255), (127, 0)],
    "ordered": [(1, 2), (-128, 255), (127, 0)],
    "does_not_fit": [(number,) for number in NUMBERS],
    "floats": [(value,) for value in FLOATS],
    "narrow_floats": [(value, which) for value in [*FLOATS, 1 + 2.0**-11 + 2.0**-40, 0.9875488534615818, 65519.99999] for which in range(5)],
    "texts": [(b"",), (b"a",), (b"abcdefg",), (b"x" * 299,)],
    "one_byte": [(b"a",), (b"",), (b"ab",)],
    "mixed": [(True, "é", 7, []), (False, "", 2**32, [0])],
    "aligned": [()],
    "sizes": [()],
}
