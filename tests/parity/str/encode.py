"""Text to bytes and back."""

from hotforge import compile


@compile()
def encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding)


@compile()
def lossy(text: str) -> list[bytes]:
    return [text.encode("ascii", "ignore"), text.encode("ascii", errors="replace"), text.encode()]


@compile()
def decoded(data: bytes, encoding: str, errors: str) -> str:
    return data.decode(encoding, errors)


@compile()
def parts(data: bytes) -> str:
    return f"{data[0]} {data[1:3]!r} {data[::-1].hex()} {b'b' in data} {99 in data} {len(data + b'!')} {data.startswith(b'a')}"


CASES = {
    "encoded": [
        ("héllo €😀", "utf-8"),
        ("abc", "ascii"),
        ("aé", "ascii"),
        ("a€😀b", "latin-1"),
        ("é😀", "latin-1"),
        ("x", "nonsense"),
        ("aéÿ", "latin1"),
    ],
    "lossy": [("aé😀b",), ("",)],
    "decoded": [
        ("héllo €😀".encode(), "utf-8", "strict"),
        (b"a\xff\xfeb", "utf-8", "strict"),
        (b"a\xffb", "utf-8", "replace"),
        (b"a\xffb", "utf-8", "ignore"),
        (b"a\xff", "latin-1", "strict"),
        (b"a\xff", "ascii", "strict"),
        (b"a", "nonsense", "strict"),
    ],
    "parts": [(b"abcd",), (b"",)],
}
