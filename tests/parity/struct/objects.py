"""`struct.Struct`: of the module and of a function, its methods and attributes; packing into a `bytearray`."""

import struct

from hotforge import compile

RECORD = struct.Struct("<I2sf")
PAIR = "<hh"
POINT = struct.Struct(PAIR)


@compile()
def of_module(number: int, tag: bytes, value: float) -> tuple[bytes, int, bytes, float, int, str]:
    packed = RECORD.pack(number, tag, value)
    again, tag, value = RECORD.unpack(packed)
    return packed, again, tag, value, RECORD.size, RECORD.format


@compile()
def of_function(data: bytes) -> list[tuple[int, int]]:
    pair = struct.Struct(">HB")
    found = [pair.unpack_from(data, place * pair.size) for place in range(len(data) // pair.size)]
    return found + [point for point in POINT.iter_unpack(data[:4])]


@compile()
def into(size: int, offset: int, value: int) -> bytes:
    buffer = bytearray(size)
    struct.pack_into("<i", buffer, offset, value)
    return bytes(buffer)


@compile()
def into_by_object(offset: int) -> bytes:
    buffer = bytearray(b"........")
    POINT.pack_into(buffer, offset, 1, -2)
    return bytes(buffer)


def unpacked(layout: struct.Struct, data: bytes) -> int:
    return layout.size


@compile()
def passed(data: bytes) -> int:
    return unpacked(POINT, data) + unpacked(RECORD, data)


@compile()
def out_of_buffer(data: bytes) -> tuple[int, int]:
    buffer = bytearray(data)
    buffer[0] = 7
    return POINT.unpack(buffer)


CASES = {
    "of_module": [(1, b"ab", 0.5), (2**32 - 1, b"abc", 0.1), (2**32, b"", 0.0), (0, b"", 1e39)],
    "of_function": [(b"",), (bytes(range(9)),), (b"\xff" * 8,)],
    "into": [(size, offset, -2) for size in (0, 4, 8) for offset in (0, 1, 4, 9, -4, -3, -8, -9)] + [(4, 0, 2**31)],
    "into_by_object": [(0,), (4,), (5,), (-4,), (-2,)],
    "passed": [(b"",)],
    "out_of_buffer": [(b"\x00\x00\x01\x00",), (b"\x00",)],
}
