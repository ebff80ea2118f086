"""join, replace, repetition, concatenation, padding."""

from hotforge import compile


@compile()
def join(sep: str, parts: list[str]) -> str:
    return sep.join(parts)


@compile()
def replace(text: str, old: str, new: str, count: int = -1) -> str:
    return text.replace(old, new, count)


@compile()
def repeat(text: str, times: int) -> str:
    return text * times + "|" + times * text


@compile()
def pad(text: str, width: int) -> list[str]:
    return [text.center(width), text.ljust(width), text.rjust(width), text.zfill(width)]


@compile()
def pad_with(text: str, width: int, fill: str) -> list[str]:
    return [text.center(width, fill), text.ljust(width, fill), text.rjust(width, fill)]


CASES = {
    "join": [(", ", []), (", ", ["a"]), ("", ["a", "b"]), ("→", ["x", "", "z"])],
    "replace": [("aaa", "a", "b"), ("aaa", "a", "b", 2), ("abc", "", "-"), ("abc", "", "-", 2), ("", "", "x"), ("ab", "ab", "")],
    "repeat": [("ab", 3), ("ab", 0), ("ab", -2), ("", 5)],
    "pad": [("ab", 5), ("abc", 6), ("ab", 1), ("-5", 5), ("+", 3), ("é", 4), ("abc", 4), ("ab", 5)],
    "pad_with": [("ab", 7, "*"), ("ab", 7, "日"), ("ab", 7, ""), ("ab", 7, "xy")],
}
