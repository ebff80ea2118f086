"""`json.loads` into a declared type, and what is no JSON."""

import json

from hotforge import compile


@compile()
def counts(text: str) -> dict[str, int]:
    data: dict[str, int] = json.loads(text)
    data["extra"] = len(data)
    return data


@compile()
def rows(text: str) -> list[dict[str, list[float | None]]]:
    return json.loads(text)


@compile()
def scalar(text: str) -> str | None:
    value: str | None = json.loads(text)
    return value


@compile()
def number(text: bytes) -> float:
    value: float = json.loads(text)
    return value


@compile()
def round_trip(text: str) -> str:
    data: list[str] = json.loads(text)
    return json.dumps(data)


BROKEN = [
    "", "[", "{", "[1", "[1,", "[1,]", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", '"abc', '"a\nb"', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', "-", "-a", "01", "1.", "1e", "nan", "[1 2]", " 1 x", "\ufeff1", "tru", '"a\\u', '"é\\q"',
    '{"a" 1}', "[1,\n 2,\n x]", "{'a': 1}", "[]]", '{"a":1 "b":2}', "nulls", "+1", ".5", "1.5.2", "\x00",
]  # fmt: skip

CASES = {
    "counts": [('{"a": 1, "b": -2}',), ("{}",), (' { "a" : 1 , "a" : 2 } ',), ('{"\\u00e9\\n\\/": 0}',)] + [(text,) for text in BROKEN],
    "rows": [('[{"x": [1.5, null, 2e3]}, {}]',), ("[]",), ('[{"x": [NaN, Infinity, -Infinity, -0.0]}]',)],
    "scalar": [('"a\\tb\\"\\\\\\u20ac\\ud83d\\ude00"',), ("null",), (' "x" \n',)],
    "number": [(b"1.5",), (b"\xff\xfe1\x00.\x005\x00",), (b"\xef\xbb\xbf2.5",), (b"1e400",), (b"-1.5E-3",), (b"\x00[",)],
    "round_trip": [('["a", "b\\u0000"]',), ("[]",)],
}
