"""`bytes % values`: numbers, bytes, characters and representations."""

from hotforge import compile


@compile()
def numbers(i: int, f: float) -> list[bytes]:
    return [
        b"%d" % i, b"%5d|%-5d|%05d" % (i, i, i), b"%+d % d" % (i, i), b"%x %X %o %#x" % (i, i, i, i), b"%i %u" % (i, i), b"%.3d" % i,
        b"%f %.2f %10.1f" % (f, f, f), b"%e %g %G" % (f, f, f), b"%d" % f, b"%*d" % (6, i), b"%.*f" % (2, f), b"%d" % True,
    ]  # fmt: skip


@compile()
def texts(data: bytes) -> list[bytes]:
    return [b"%s" % data, b"%b|%5s|%-5s|%.1s" % (data, data, data, data), b"\xff%s%%" % data, b"%s" % bytearray(data), b"%05s" % data, b"plain" % ()]


@compile()
def shown(text: str, data: bytes, items: list[int]) -> list[bytes]:
    return [b"%a" % text, b"%r %a" % (data, items), b"%10a|%.2a" % (text, text), b"%a" % None, b"%r" % 1.5]


@compile()
def characters(code: int) -> bytes:
    return b"%c|%3c" % (code, code)


@compile()
def one_byte(data: bytes) -> bytes:
    return b"%c" % data


@compile()
def of_pair(pair: tuple[int, bytes]) -> bytes:
    return b"%d: %s" % pair


CASES = {
    "numbers": [(0, 0.0), (-5, -1.5), (255, 1e18), (2**63 - 1, 0.1), (7, 1e-10)],
    "texts": [(b"",), (b"ab",), (b"\x00\xff\xe9",)],
    "shown": [("", b"", []), ("é漢'", b"\xff", [1, 2])],
    "characters": [(0,), (65,), (255,), (256,), (-1,)],
    "one_byte": [(b"A",), (b"",), (b"AB",), (b"\xff",)],
    "of_pair": [((1, b"x"),)],
}
