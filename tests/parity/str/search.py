"""find, rfind, index, count, startswith, endswith: positions count code points."""

from hotforge import compile


@compile()
def find(text: str, sub: str) -> tuple[int, int, int]:
    return text.find(sub), text.rfind(sub), text.count(sub)


@compile()
def find_within(text: str, sub: str, start: int, end: int) -> tuple[int, int]:
    return text.find(sub, start, end), text.count(sub, start, end)


@compile()
def index(text: str, sub: str) -> int:
    return text.index(sub)


@compile()
def affixes(text: str, part: str) -> tuple[bool, bool, bool]:
    return text.startswith(part), text.endswith(part), part in text


CASES = {
    "find": [("banana", "an"), ("", ""), ("abc", ""), ("abc", "x"), ("añoño", "ño"), ("😀a😀", "😀"), ("aaaa", "aa")],
    "find_within": [("banana", "an", 2, 6), ("banana", "an", -3, 100), ("abc", "", 3, 3), ("abc", "", 4, 9), ("日本日本", "日", 1, 4)],
    "index": [("hello", "l"), ("hello", "z"), ("", "")],
    "affixes": [("hello", "he"), ("hello", "lo"), ("hello", ""), ("", "x"), ("ß", "ß")],
}
