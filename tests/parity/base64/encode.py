"""`base64`: what encodes, in every alphabet."""

import base64

from hotforge import compile


@compile()
def sixty_four(data: bytes) -> list[bytes]:
    return [
        base64.b64encode(data), base64.b64encode(data, b"-_"), base64.b64encode(data, altchars=b"@$"), base64.standard_b64encode(data),
        base64.urlsafe_b64encode(data), base64.encodebytes(data),
    ]  # fmt: skip


@compile()
def altchars(data: bytes, altchars: bytes | None) -> bytes:
    return base64.b64encode(data, altchars)


@compile()
def smaller(data: bytes) -> list[bytes]:
    return [base64.b32encode(data), base64.b32hexencode(data), base64.b16encode(data)]


@compile()
def eighty_five(data: bytes) -> list[bytes]:
    return [
        base64.b85encode(data), base64.b85encode(data, True), base64.b85encode(data, pad=False), base64.a85encode(data),
        base64.a85encode(data, foldspaces=True), base64.a85encode(data, pad=True), base64.a85encode(data, adobe=True),
    ]  # fmt: skip


@compile()
def wrapped(data: bytes, wrapcol: int, adobe: bool) -> bytes:
    return base64.a85encode(data, wrapcol=wrapcol, adobe=adobe)


@compile()
def token(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode("ascii")


DATA = [
    b"", b"a", b"ab", b"abc", b"abcd", b"\x00", b"\x00\x00\x00\x00", b"\x00" * 9, b"    ", b"      ", b"\xff" * 5, bytes(range(256)),
    b"\xfb\xff\xfe", "é漢😀".encode(), b"x" * 57, b"x" * 58, b"y" * 200,
]  # fmt: skip
CASES = {
    "sixty_four": [(data,) for data in DATA],
    "altchars": [(b"\xfb\xff", None), (b"\xfb\xff", b"!?"), (b"a", b"!"), (b"a", b""), (b"a", b"\x00'\"")],
    "smaller": [(data,) for data in DATA],
    "eighty_five": [(data,) for data in DATA],
    "wrapped": [(data, width, adobe) for data in DATA for width in (0, 1, 2, 5, 20, -3) for adobe in (False, True)],
    "token": [("",), ("é漢",), ("a" * 10,)],
}
