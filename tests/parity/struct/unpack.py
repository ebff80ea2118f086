"""`struct.unpack`, `unpack_from` and `iter_unpack`: every format character, and bytes that do not fit."""

import struct

from hotforge import compile


@compile()
def whole(data: bytes) -> tuple[int, int, int]:
    return struct.unpack("<BHI", data)


@compile()
def native(data: bytes) -> list[tuple[int, int]]:
    return [struct.unpack_from("bB", data), struct.unpack_from("hH", data), struct.unpack_from("iI", data), struct.unpack_from("=lL", data)]


@compile()
def big(data: bytes) -> list[tuple[int, int]]:
    return [struct.unpack_from(">bB", data), struct.unpack_from(">hH", data), struct.unpack_from(">iI", data), struct.unpack_from("!lL", data)]


@compile()
def long(data: bytes) -> list[int]:
    return [struct.unpack("<q", data)[0], struct.unpack(">q", data)[0], struct.unpack("q", data)[0]]


@compile()
def unsigned(data: bytes) -> int:
    (value,) = struct.unpack("<Q", data)
    return value


@compile()
def floats(data: bytes) -> list[float]:
    return [struct.unpack_from("<d", data)[0], struct.unpack_from(">d", data)[0], struct.unpack_from("<f", data)[0], struct.unpack_from(">f", data)[0],
            struct.unpack_from("<e", data)[0], struct.unpack_from(">e", data)[0]]  # fmt: skip


@compile()
def others(data: bytes) -> tuple[bool, bytes, bytes, bytes, bytes]:
    flag, one, text, pascal, rest = struct.unpack_from("<?c3s4p0s", data)
    return flag, one, text, pascal, rest


@compile()
def from_offset(data: bytes, offset: int) -> int:
    return struct.unpack_from("<i", data, offset)[0]


@compile()
def by_keyword(data: bytes) -> int:
    return struct.unpack_from(">H", buffer=data, offset=1)[0] + struct.unpack_from(">H", data, offset=0)[0]


@compile()
def many(data: bytes) -> tuple[int, ...]:
    return struct.unpack("<20H", data)


@compile()
def repeated(data: bytes) -> list[tuple[int, float]]:
    return [(number, value * 2) for number, value in struct.iter_unpack("<Bf", data)]


@compile()
def nothing(data: bytes) -> int:
    return len(struct.unpack("", data)) + len(struct.unpack("3x", b"abc"))


@compile()
def caught(data: bytes, which: int) -> str:
    try:
        if which == 0:
            return str(struct.unpack("<i", data))
        if which == 1:
            return str(list(struct.iter_unpack("<h", data)))
        return str(list(struct.iter_unpack("", data)))
    except struct.error as error:
        return str(error)


BYTES = [bytes(range(16)), b"\xff" * 16, b"\x80" + b"\x00" * 15, b"\x7f\xf0" + b"\x00" * 14, b"\x00\x00\x00\x00\x00\x00\xf0\x7f" * 2,
         b"\x00\x7c\x00\xfc" * 4, b"\x01" * 16]  # fmt: skip
CASES = {
    "whole": [(b"\x01\x02\x00\x03\x00\x00\x00",), (b"",), (b"\x01" * 6,), (b"\xff" * 7,)],
    "native": [(data,) for data in BYTES],
    "big": [(data,) for data in BYTES],
    "long": [(data[:8],) for data in BYTES],
    "unsigned": [(b"\x01" + b"\x00" * 7,), (b"\xff" * 7 + b"\x7f",)],
    "floats": [(data,) for data in BYTES],
    "others": [(b"\x00a123\x02ab?",), (b"\x02\xff\x00\x00\x00\xffabc",), (b"",), (b"\x01b123\x00ab?",)],
    "from_offset": [(b"abcdef", offset) for offset in (0, 1, 2, 3, 7, -4, -3, -6, -7, -10, 2**62)],
    "by_keyword": [(b"\x01\x02\x03",), (b"\x01",)],
    "many": [(bytes(range(40)),), (b"",)],
    "repeated": [(b"",), (b"\x01\x00\x00\x80\x3f",), (b"\x01\x00\x00\x80\x3f" * 3,), (b"\x01",)],
    "nothing": [(b"",), (b"x",)],
    "caught": [(data, which) for data in (b"", b"a", b"abcd") for which in range(3)],
}
