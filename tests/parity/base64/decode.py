"""`base64`: what decodes, and what it says of text that is none."""

import base64
import binascii

from hotforge import compile


@compile()
def sixty_four(data: bytes, validate: bool) -> bytes:
    return base64.b64decode(data, validate=validate)


@compile()
def of_text(text: str) -> bytes:
    return base64.b64decode(text)


@compile()
def altchars(data: bytes, altchars: bytes | None) -> bytes:
    return base64.b64decode(data, altchars)


@compile()
def others(data: bytes) -> list[bytes]:
    return [base64.standard_b64decode(data), base64.urlsafe_b64decode(data), base64.decodebytes(data)]


@compile()
def thirty_two(data: bytes, casefold: bool, map01: bytes | None) -> bytes:
    return base64.b32decode(data, casefold, map01)


@compile()
def thirty_two_hex(data: bytes, casefold: bool) -> bytes:
    return base64.b32hexdecode(data, casefold=casefold)


@compile()
def sixteen(text: str, casefold: bool) -> bytes:
    return base64.b16decode(text, casefold)


@compile()
def eighty_five(data: bytes) -> bytes:
    return base64.b85decode(data)


@compile()
def ascii85(data: bytes, foldspaces: bool, adobe: bool) -> bytes:
    return base64.a85decode(data, foldspaces=foldspaces, adobe=adobe)


@compile()
def ignored(text: str, ignorechars: bytes) -> bytes:
    return base64.a85decode(text, ignorechars=ignorechars)


@compile()
def caught(text: str) -> str:
    try:
        return base64.b64decode(text).decode("latin-1")
    except binascii.Error as error:
        return f"{type(error).__name__}: {error}"
    except ValueError as error:
        return f"other: {error}"


ENCODED = [
    b"", b"YQ==", b"YWI=", b"YWJj", b"YQ", b"YQ=", b"Y", b"YWJjZ", b"=", b"====", b"=YQ==", b"Y=Q=", b"YQ==YQ==", b"YQ==\n", b" Y W\nI=",
    b"YW@Jj", b"-_-_", b"+/+/", b"YQ===", b"YW=J", b"AAAA=", b"\xff\xff", b"YWJj=", b"YW==J", b"Y===", b"/+8=",
]  # fmt: skip
BASE32 = [b"", b"ME======", b"MFRA====", b"MFRGG===", b"MFRGGZA=", b"MFRGGZDF", b"me======", b"M0======", b"M1A=====", b"ME=====", b"ME",
          b"MZ======", b"========", b"M=======", b"MFR=====", b"MFRGGZ==", b"18888888", b"AAAAAAAA========", b"MFRGGZDF\xff"]  # fmt: skip
CASES = {
    "sixty_four": [(data, validate) for data in ENCODED for validate in (False, True)],
    "of_text": [(data.decode("latin-1"),) for data in ENCODED] + [("é",)],
    "altchars": [(b"-_-_", b"-_"), (b"-_-_", None), (b"@$@$", b"@$"), (b"aa", b"a"), (b"aaaa", b"aa"), (b"+/-_", b"-_")],
    "others": [(data,) for data in ENCODED],
    "thirty_two": [(data, fold, one) for data in BASE32 for fold in (False, True) for one in (None, b"L", b"I")]
    + [(b"ME======", False, b"LI"), (b"ME=====", False, b"LI")],
    "thirty_two_hex": [(data, fold) for data in [b"", b"C4======", b"c4======", b"C5H66===", b"W4======", b"C4==="] for fold in (False, True)],
    "sixteen": [(text, fold) for text in ["", "0A", "0a", "0", "0G", "ABC", "abCD", "é0", " 0"] for fold in (False, True)],
    "eighty_five": [(data,) for data in [b"", b"VE", b"VPO", b"VPaz", b"VPazd", b"VPaz ", b"~~~~~", b"|NsC0", b"|NsC1", b"\xff", b"V", b"VPazdVP"]],
    "ascii85": [
        (data, spaces, adobe)
        for data in [b"", b"@/", b"@:E^", b"@:E_W", b"z", b"zz", b"!z", b"y", b"!y", b"s8W-!", b"s8W-\"", b"<~@/~>", b"@/~>", b"~>", b"v",
                     b" @ /\n", b"uuuuu", b"\xff", b"<~~>", b"<~"]
        for spaces in (False, True)
        for adobe in (False, True)
    ],
    "ignored": [("@-/", b"-"), ("@ /", b"-"), ("@/é", b""), ("@/", b"@")],
    "caught": [("YQ==",), ("YQ",), ("Y",), ("é",), ("YWJjYWJjY",)],
}  # fmt: skip
