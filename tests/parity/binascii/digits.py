"""`binascii`: hexadecimal digits, base64 and checksums; `zlib`'s checksums."""

import binascii
import zlib

from hotforge import compile


@compile()
def to_digits(data: bytes) -> list[bytes]:
    return [binascii.hexlify(data), binascii.b2a_hex(data), binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False)]


@compile()
def separated(data: bytes, sep: str, group: int) -> bytes:
    return binascii.hexlify(data, sep, group)


@compile()
def from_digits(data: bytes) -> bytes:
    return binascii.unhexlify(data)


@compile()
def from_text(text: str) -> bytes:
    return binascii.a2b_hex(text)


@compile()
def from_base64(text: str, strict: bool) -> bytes:
    return binascii.a2b_base64(text, strict_mode=strict)


@compile()
def sums(data: bytes, begin: int) -> list[int]:
    return [
        binascii.crc32(data), binascii.crc32(data, begin), zlib.crc32(data), zlib.crc32(data, begin), zlib.adler32(data),
        zlib.adler32(data, begin), binascii.crc_hqx(data, begin), zlib.crc32(data[5:], zlib.crc32(data[:5])),
    ]  # fmt: skip


@compile()
def caught(text: str) -> str:
    try:
        return str(binascii.unhexlify(text))
    except binascii.Error as error:
        return str(error)


DATA = [b"", b"a", b"\x00\xff", bytes(range(256)), b"hello world" * 1000]
CASES = {
    "to_digits": [(data,) for data in DATA],
    "separated": [(b"abcde", sep, group) for sep in (":", "", "ab", "é", " ") for group in (-2, 0, 1, 2, 3, 100)],
    "from_digits": [(data,) for data in [b"", b"00", b"fF", b"0", b"0g", b"g0", b" 0", b"00 ", b"\xff\xff", b"0" * 11]],
    "from_text": [(text,) for text in ["", "00ff", "0", "zz", "é", "éé", "00 11"]],
    "from_base64": [(text, strict) for text in ["YQ==", "YQ", "YQ==x", "Y!Q==", "é"] for strict in (False, True)],
    "sums": [(data, begin) for data in DATA for begin in (0, 1, 0xFFFFFFFF, 12345, -1, 2**33, 2**40 + 7)],
    "caught": [("00",), ("0",), ("xx",)],
}
