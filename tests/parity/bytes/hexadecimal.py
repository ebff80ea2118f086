"""`bytes.hex` with separators of text and of bytes, `fromhex`."""

from hotforge import compile


@compile()
def separated(data: bytes, sep: str, group: int) -> list[str]:
    return [data.hex(sep, group), bytearray(data).hex(sep, group), data.hex(sep=sep)]


@compile()
def separated_by_bytes(data: bytes, sep: bytes, group: int) -> list[str]:
    return [data.hex(sep, group), bytearray(data).hex(sep), data.hex(bytes_per_sep=group, sep=sep)]


@compile()
def read(text: str) -> tuple[bytes, bytes]:
    return bytes.fromhex(text), bytes(bytearray.fromhex(text))


CASES = {
    "separated": [(data, sep, group) for data in (b"", b"abcde") for sep in (":", "", "ab", "é") for group in (-2, 0, 1, 3)],
    "separated_by_bytes": [(data, sep, group) for data in (b"", b"abcde") for sep in (b":", b"", b"ab", b"\xff") for group in (-2, 0, 1, 3)],
    "read": [("",), ("00 ff",), (" 0a\t0B\n",), ("0",), ("0 0",), ("zz",), ("é",), ("00é",)],
}
