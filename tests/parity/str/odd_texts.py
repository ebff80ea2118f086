"""Every method of a text, on odd ones."""

from hotforge import compile


@compile()
def strings(s: str) -> str:
    return "|".join([s.title(), s.swapcase(), s.casefold(), s.center(9, "*"), s.zfill(6), repr(s.partition("b")), repr(s.rsplit(None, 1)),
        repr(s.splitlines()), s.expandtabs(4), str(s.isidentifier()), ascii(s), str(len(s)), s[::-1], s[1:-1], str(s.encode()), s.translate({97: "A", 98: None})])


CASES = {
    "strings": [("",), ("ab c",), ("ﬁß",), ("İǅ",), ("a\nb\r\nc\x1cd\u2028e",), ("-12",), ("\ta\tb",), ("e\u0301🙂",)],
}
