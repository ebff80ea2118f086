"""Texts compare by code points, not by UTF-16 or by locale."""

from hotforge import compile


@compile()
def compare(a: str, b: str) -> list[bool]:
    return [a == b, a != b, a < b, a <= b, a > b, a >= b]


@compile()
def order(texts: list[str]) -> list[str]:
    return sorted(texts)


CASES = {
    "compare": [("a", "b"), ("", ""), ("", "a"), ("é", "e\u0301"), ("\uffff", "😀"), ("Z", "a"), ("ab", "abc")],
    "order": [(["b", "a", "", "B", "é", "z", "😀", "\uffff"],), ([],)],
}
