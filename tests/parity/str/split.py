"""str.split and str.rsplit: runs of whitespace, separators, maxsplit."""

from hotforge import compile


@compile()
def whitespace(text: str) -> list[str]:
    return text.split()


@compile()
def separator(text: str, sep: str, maxsplit: int = -1) -> list[str]:
    return text.split(sep, maxsplit)


@compile()
def from_the_right(text: str, sep: str, maxsplit: int) -> list[str]:
    return text.rsplit(sep, maxsplit)


@compile()
def lines(text: str, keep: bool) -> list[str]:
    return text.splitlines(keepends=keep)


CASES = {
    "whitespace": [("",), ("   ",), (" a  b\tc\nd ",), ("a\u00a0b\u2003c\u3000d",), ("a\x1cb\x1fc\x85d\u200be",)],
    "separator": [("a,b,,c,", ","), ("a,b,c", ",", 1), ("a,b,c", ",", 0), ("aaaa", "aa"), ("", ","), ("abc", ""), ("ä→ö→ü", "→")],
    "from_the_right": [("a,b,c", ",", 1), ("a,b,c", ",", -1), ("aaaaa", "aa", 1), ("", ",", 3)],
    "lines": [("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i", False), ("a\n\nb\n", True), ("", False), ("\r\n", True)],
}
