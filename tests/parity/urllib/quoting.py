"""`urllib.parse`: escapes, and queries."""

from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode,
)

from hotforge import compile


@compile()
def quoted(text: str, safe: str) -> list[str]:
    return [quote(text), quote(text, safe), quote_plus(text), quote_plus(text, safe=safe), quote(text, safe="", encoding="latin-1", errors="replace")]


@compile()
def strict(text: str) -> str:
    return quote(text, encoding="ascii")


@compile()
def quoted_bytes(data: bytes) -> list[str]:
    return [quote(data), quote_plus(data), quote_from_bytes(data, safe="")]


@compile()
def unquoted(text: str) -> tuple[str, str, str, bytes]:
    return unquote(text), unquote_plus(text), unquote(text, "latin-1"), unquote_to_bytes(text)


@compile()
def unquoted_bytes(data: bytes) -> tuple[str, bytes]:
    return unquote(data), unquote_to_bytes(data)


@compile()
def strictly(text: str) -> str:
    return unquote(text, errors="strict")


@compile()
def fields(query: str) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    return parse_qs(query), parse_qsl(query)


@compile()
def all_fields(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True, separator=";")


@compile()
def strict_fields(query: str, most: int) -> dict[str, list[str]]:
    return parse_qs(query, strict_parsing=True, max_num_fields=most)


@compile()
def no_separator(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, separator="")


@compile()
def encoded(table: dict[str, str]) -> list[str]:
    return [urlencode(table), urlencode(list(table.items())), urlencode(table, safe="/é"), urlencode(table, quote_via=quote)]


@compile()
def encoded_values(text: str, number: int, ratio: float, flag: bool) -> str:
    return urlencode({"q": text, "page": number, "r": ratio, "on": flag, "none": None})


@compile()
def encoded_keys(table: dict[int, float]) -> str:
    return urlencode(table)


@compile()
def encoded_lists(table: dict[str, list[int]]) -> list[str]:
    return [urlencode(table, doseq=True), urlencode(table), urlencode(table, True, quote_via=quote)]


@compile()
def encoded_mixed(text: str, numbers: list[int]) -> str:
    return urlencode({"q": text, "n": numbers, "p": (1, 2)}, doseq=True)


TEXTS = ["", "abc", "a b", "a+b", "/a/b?c=d&e", "é ñ", "日本", "~_.-", "%41", "100%", "a\nb\x00", "😀 x", "'\"<>", "ß"]
ESCAPED = ["", "abc", "%41%42", "a%20b+c", "%C3%A9", "%c3", "%E9", "%zz%4", "%", "é%C3%A9é", "%F0%9F%98%80", "+%2B", "%00", "a%%41"]
QUERIES = [
    "", "a=1", "a=1&b=2&a=3", "a", "a=", "=1", "a=1&&b=2", "a=b=c", "a+b=c%20d", "%61=%C3%A9", "a;b=1;c", "&", "é=ü", "a=1&b",
]
CASES = {
    "quoted": [(text, safe) for text in TEXTS for safe in ["", "/é ?", "~%"]],
    "strict": [("abc",), ("é",), ("",)],
    "quoted_bytes": [(b"",), (b"a b/c",), (bytes(range(256)),)],
    "unquoted": [(text,) for text in ESCAPED],
    "unquoted_bytes": [(b"",), (b"%41 %C3%A9",), (b"\xff%41",)],
    "strictly": [("%C3%A9",), ("%C3",), ("abc",), ("x%FFy",)],
    "fields": [(query,) for query in QUERIES],
    "all_fields": [(query,) for query in QUERIES],
    "strict_fields": [(query, most) for query in QUERIES for most in (1, 9)],
    "no_separator": [("a=1",)],
    "encoded": [({},), ({"a": "1", "b c": "d/e"},), ({"é": "ñ", "": ""},)],
    "encoded_values": [("x y", 2, 0.5, True), ("", -1, 1e300, False)],
    "encoded_keys": [({},), ({1: 0.5, -2: 1.0},)],
    "encoded_lists": [({},), ({"a": [1, 2], "b": []},)],
    "encoded_mixed": [("a b", [1, 2]), ("", [])],
}  # fmt: skip
