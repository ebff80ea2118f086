"""`difflib.SequenceMatcher`."""

import difflib
from difflib import SequenceMatcher

from hotforge import compile


@compile()
def ratios(a: str, b: str) -> tuple[float, float, float]:
    matcher = SequenceMatcher(None, a, b)
    return matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio()


@compile()
def blocks(a: str, b: str) -> list[str]:
    matcher = SequenceMatcher(a=a, b=b)
    found = [repr(block) for block in matcher.get_matching_blocks()]
    for i, j, size in matcher.get_matching_blocks():
        found.append(a[i : i + size] + "|" + b[j : j + size])
    return found


@compile()
def opcodes(a: str, b: str) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


@compile()
def edits(a: str, b: str) -> list[str]:
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b).get_opcodes():
        found.append(f"{tag:7} a[{i1}:{i2}] ({a[i1:i2]}) b[{j1}:{j2}] ({b[j1:j2]})")
    return found


@compile()
def longest(a: str, b: str) -> tuple[int, int, int, str]:
    match = SequenceMatcher(None, a, b).find_longest_match()
    part = SequenceMatcher(None, a, b).find_longest_match(0, len(a), 0, len(b))
    return match.a, match.b, match.size, str(part == match)


@compile()
def within(a: str, b: str, alo: int, ahi: int, blo: int, bhi: int) -> str:
    return str(SequenceMatcher(None, a, b).find_longest_match(alo, ahi, blo, bhi))


@compile()
def of_lists(a: list[int], b: list[int]) -> tuple[float, list[tuple[str, int, int, int, int]]]:
    matcher = difflib.SequenceMatcher(None, a, b)
    return matcher.ratio(), matcher.get_opcodes()


@compile()
def of_words(a: str, b: str) -> float:
    return SequenceMatcher(None, a.split(), b.split()).ratio()


@compile()
def with_junk(a: str, b: str) -> tuple[float, list[str]]:
    matcher = SequenceMatcher(lambda x: x in " \t", a, b)
    return matcher.ratio(), [str(block) for block in matcher.get_matching_blocks()]


@compile()
def common_is_junk(n: int, autojunk: bool) -> tuple[float, int]:
    a, b = "ab" * n + "xyz", "ba" * n + "xyz"
    matcher = SequenceMatcher(None, a, b, autojunk)
    return matcher.ratio(), len(matcher.get_matching_blocks())


def similar(a: str, b: str, least: float = 0.8) -> bool:
    return SequenceMatcher(None, a.lower(), b.lower()).ratio() >= least


@compile()
def deduplicated(names: list[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if not any(similar(name, other) for other in kept):
            kept.append(name)
    return kept


PAIRS = [
    ("", ""), ("", "a"), ("a", ""), ("abc", "abc"), ("abcd", "bcde"), (" abcd", "abcd abcd"), ("qabxcd", "abycdf"), ("private Thread currentThread;", "private volatile Thread currentThread;"),
    ("aaaa", "aa"), ("abab", "baba"), ("é日本", "日本é"), ("xyz", "abc"), ("tide", "diet"), ("kitten", "sitting"), ("a b c", "a  b  c"), ("😀a", "a😀"),
]
CASES = {
    "ratios": PAIRS,
    "blocks": PAIRS,
    "opcodes": PAIRS,
    "edits": PAIRS,
    "longest": PAIRS,
    "within": [("abcd", "bcda", 0, 4, 0, 4), ("abcd", "bcda", 1, 3, 0, 2), ("abcd", "bcda", 2, 2, 1, 4), ("abcd", "xbcd", 0, 2, 0, 4)],
    "of_lists": [([], []), ([1, 2, 3], [2, 3, 4]), ([1] * 5, [1] * 3), (list(range(50)), list(range(25, 75)))],
    "of_words": [("the quick brown fox", "the brown quick fox"), ("", "a")],
    "with_junk": PAIRS,
    "common_is_junk": [(1, True), (120, True), (120, False), (99, True), (100, True)],
    "deduplicated": [([],), (["Jon Smith", "John Smith", "jane doe", "Jane Doe"],)],
}  # fmt: skip
