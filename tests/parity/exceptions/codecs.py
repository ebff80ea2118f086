"""Exceptions of decoding and encoding: repr and text."""

from hotforge import compile


@compile()
def uni_err2(b: bytes, t: str) -> str:
    out = ""
    try:
        b.decode("utf-8")
    except UnicodeDecodeError as e:
        out += repr(e) + str(e)
    try:
        t.encode("ascii")
    except UnicodeEncodeError as e:
        out += repr(e) + str(e)
    return out


CASES = {
    "uni_err2": [(b"abc", "x"), (b"\xff", "é"), (b"a\xc3", "aéé")],
}
