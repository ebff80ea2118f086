"""`str.maketrans`, `str.translate`, `expandtabs`, `isidentifier`, and prefixes in tuples."""

from hotforge import compile

VOWELS = {ord("a"): "A", ord("e"): None, ord("i"): "<i>"}
LOWER = str.maketrans("ÀÉ", "àé")


@compile()
def replaced(text: str, old: str, new: str) -> str:
    return text.translate(str.maketrans(old, new))


@compile()
def deleted(text: str, old: str, new: str, gone: str) -> str:
    table = str.maketrans(old, new, gone)
    return text.translate(table)


@compile()
def by_dict(text: str) -> list[str]:
    return [
        text.translate(str.maketrans({"a": "1", "b": ""})),
        text.translate({97: "x"}),
        text.translate({97: 98}),
        text.translate({97: None}),
        text.translate(VOWELS),
        text.translate(LOWER),
    ]


@compile()
def out_of_range(text: str, code: int) -> str:
    return text.translate({97: code})


@compile()
def bad_key(key: str) -> dict[int, str]:
    return str.maketrans({key: "x"})


@compile()
def tabs(text: str, size: int) -> list[str]:
    return [text.expandtabs(), text.expandtabs(size)]


@compile()
def names(text: str) -> bool:
    return text.isidentifier()


@compile()
def starts(text: str, start: int, end: int) -> list[bool]:
    return [
        text.startswith(("ab", "c")), text.endswith(("", "x")), text.startswith("b", start), text.endswith("c", start, end),
        text.startswith("", start, end), text.startswith(("b", "é"), start, end), text.endswith((), start), text.startswith("a", None, end),
    ]  # fmt: skip


@compile()
def unbound(words: list[str]) -> list[list[str]]:
    return [list(map(str.upper, words)), sorted(words, key=str.casefold), [str.strip(word) for word in words]]


CASES = {
    "replaced": [("hello", "el", "ip"), ("", "", ""), ("aé€", "é€", "€é"), ("abc", "ab", "x")],
    "deleted": [("hello world", "lo", "01", "w"), ("aaa", "a", "b", "a"), ("abc", "a", "", "")],
    "by_dict": [("abei ÀÉ",), ("",), ("aaa",)],
    "out_of_range": [("abc", 0x20AC), ("abc", -1), ("abc", 0x110000), ("xyz", -1)],
    "bad_key": [("a",), ("ab",), ("",)],
    "tabs": [("a\tb\n\tc\r\td", 4), ("\t", 0), ("ab\tc", -1), ("é\tx", 3), ("\t\t", 1), ("", 2)],
    "names": [("abc",), ("_1",), ("1a",), ("",), ("é",), ("a-b",), ("ªb",), ("℘",), ("a·",), ("ำ",), ("a\u0301",), ("名前",), ("a b",)],
    "starts": [("abc", 1, 3), ("cab", 0, 10), ("éa", 0, 1), ("", 0, 0), ("abc", -1, -1), ("abc", 5, 9), ("b", -5, 5)],
    "unbound": [(["b", "A", " c "],), ([],)],
}
