"""Text to bytes and back: every encoding with every way of handling errors."""

from hotforge import compile


@compile()
def decoded(data: bytes, encoding: str, errors: str) -> str:
    return data.decode(encoding, errors)


@compile()
def encoded(text: str, encoding: str, errors: str) -> bytes:
    return text.encode(encoding, errors)


@compile()
def by_class(data: bytes, text: str) -> list[str]:
    return [str(data, "utf-8"), str(data, encoding="latin-1"), str(bytes(text, "utf-16-le"), "utf-16-le"), str()]


@compile()
def round_trip(text: str) -> list[str]:
    return [text.encode(name).decode(name) for name in ["utf-8", "UTF8", "utf_16", "U32", "utf-32-be", "utf-16-be", "utf-8-sig"]]


ENCODINGS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"]
BROKEN = [
    b"a\xff", b"\xe2\x82", b"\xe2\x82a", b"\xe2a\xc0\x80", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xf5\x80", b"\x80abc", b"\xff\xfea\x00",
    b"\xfe\xff\x00a", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"\x00\xd8a", b"abc", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a",
    b"\xff\xff\xff\xff", b"\x00\xd8\x00\x00", b"\xef\xbb\xbfa\xff", b"", b"\xd8\x3d\xde\x00",
]  # fmt: skip

CASES = {
    "decoded": [(data, name, "strict") for data in BROKEN for name in ENCODINGS]
    + [(data, name, errors) for data in BROKEN[:9] for name in ENCODINGS for errors in ["ignore", "replace", "backslashreplace"]]
    + [(b"\xff", "utf-8", "nonsense"), (b"a", "utf-8", "nonsense"), (b"a", "no-such", "strict"), (b"a", " Latin 1", "strict"), (b"\xff", "l1", "strict"), (b"\xff", "us-ascii", "surrogatepass")],
    "encoded": [
        (text, name, errors)
        for text in ["aé€😀b", "abc", ""]
        for name in ENCODINGS
        for errors in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass"]
    ]
    + [("é", "ascii", "nonsense"), ("a", "ascii", "nonsense"), ("é€", "646", "strict"), ("a", "x", "strict"), ("€", "iso8859-1", "surrogateescape")],
    "by_class": [(b"h\xc3\xa9", "x€"), (b"\xff", "x"), (b"", "")],
    "round_trip": [("aé€😀\u0000",), ("",), ("\ufeffx",)],
}
