"""`json.dumps`, to the letter."""

import json

from hotforge import compile


@compile()
def plain(text: str, number: int, share: float, flag: bool) -> list[str]:
    return [
        json.dumps(text), json.dumps(text, ensure_ascii=False), json.dumps(number), json.dumps(share), json.dumps(flag), json.dumps(None),
        json.dumps([text, number]), json.dumps((number, share)), json.dumps({text: number}), json.dumps({number: share, 0: 1.5}), json.dumps({flag: None}),
        json.dumps({share: [flag]}), json.dumps({None: 1}),
    ]  # fmt: skip


@compile()
def nested(data: dict[str, list[int | str | None]]) -> list[str]:
    return [
        json.dumps(data), json.dumps(data, indent=2), json.dumps(data, indent=0), json.dumps(data, indent="\t"), json.dumps(data, separators=(",", ":")),
        json.dumps(data, sort_keys=True, indent=1), json.dumps([data, {}], indent=3), json.dumps(data, indent=2, separators=("; ", " = ")), json.dumps(data, indent=-1),
    ]  # fmt: skip


@compile()
def sorted_numbers(data: dict[int, str]) -> str:
    return json.dumps(data, sort_keys=True)


@compile()
def not_finite(value: float) -> str:
    return json.dumps([value], allow_nan=False)


@compile()
def bad_key(value: int) -> str:
    return json.dumps({(value, 1): 2})


@compile()
def skipped_key(value: int) -> str:
    return json.dumps({(value, 1): 2}, skipkeys=True)


@compile()
def not_json(items: set[int]) -> str:
    return json.dumps({"items": items})


@compile()
def of_bytes(data: bytes) -> str:
    return json.dumps([data])


CASES = {
    "plain": [("a\"b\\c\n\r\t\b\f/\x00\x1f\x7f", 1, 0.1, True), ("é€😀\u2028", -5, 1e100, False), ("", 0, float("nan"), True), ("x", 2**63 - 1, float("-inf"), False), ("'", 1, -0.0, True), ("y", 1, 1e16, True), ("z", 3, 5e-324, False)],
    "nested": [({"b": [1, "x", None], "a": []},), ({},), ({"é": ["ö"]},)],
    "sorted_numbers": [({10: "a", 9: "b", -1: "c"},), ({},)],
    "not_finite": [(1.5,), (float("inf"),), (float("nan"),)],
    "bad_key": [(1,)],
    "skipped_key": [(1,)],
    "not_json": [({1},), (set(),)],
    "of_bytes": [(b"a",)],
}
