"""`difflib`: close matches, and differences of lines."""

import difflib
from difflib import get_close_matches

from hotforge import compile


@compile()
def close(word: str, words: list[str]) -> list[str]:
    return get_close_matches(word, words)


@compile()
def closest(word: str, words: list[str], n: int, cutoff: float) -> list[str]:
    return difflib.get_close_matches(word, words, n=n, cutoff=cutoff)


@compile()
def suggestion(word: str, known: dict[str, int]) -> str:
    found = get_close_matches(word, known, n=1)
    return f"did you mean {found[0]}?" if found else "unknown"


@compile()
def unified(a: str, b: str, n: int) -> list[str]:
    return list(difflib.unified_diff(a.splitlines(keepends=True), b.splitlines(keepends=True), "old", "new", n=n))


@compile()
def unified_with_dates(a: str, b: str) -> str:
    lines = difflib.unified_diff(a.split("\n"), b.split("\n"), fromfile="a", tofile="b", fromfiledate="2024", tofiledate="", lineterm="")
    return "\n".join(lines)


@compile()
def context(a: str, b: str, n: int) -> list[str]:
    return list(difflib.context_diff(a.splitlines(True), b.splitlines(True), "old", "new", "", "today", n))


@compile()
def junk(text: str) -> tuple[bool, bool]:
    return difflib.IS_LINE_JUNK(text), difflib.IS_CHARACTER_JUNK(text)


WORDS = ["ape", "apple", "peach", "puppy", "appel", "applé", "", "apple"]
NUMBERS = "".join(f"{number}\n" for number in range(1, 40))
TEXTS = [
    ("", ""), ("a\n", ""), ("", "a\n"), ("a\nb\nc\n", "a\nb\nc\n"), ("one\ntwo\nthree\nfour\n", "zero\none\ntree\nfour\n"), ("a\nb", "a\nb\n"),
    (NUMBERS, NUMBERS.replace("9\n", "nine\n", 1).replace("30\n", "").replace("20\n", "20x\n")), ("x\n" * 250, "x\n" * 240 + "y\n"), ("é\n日本\n", "e\n日本\n"),
]
CASES = {
    "close": [("appel", WORDS), ("", WORDS), ("zebra", WORDS), ("apple", [])],
    "closest": [("appel", WORDS, 1, 0.6), ("appel", WORDS, 10, 0.0), ("appel", WORDS, 0, 0.6), ("appel", WORDS, -1, 0.6), ("appel", WORDS, 3, 1.5), ("appel", WORDS, 3, -0.1), ("appel", WORDS, 3, 1.0), ("a", ["a", "a"], 5, float("nan"))],
    "suggestion": [("lenght", {"length": 1, "width": 2}), ("q", {})],
    "unified": [(a, b, n) for a, b in TEXTS for n in (3, 0, 1)],
    "unified_with_dates": TEXTS,
    "context": [(a, b, n) for a, b in TEXTS for n in (3, 0)],
    "junk": [("",), (" ",), ("#",), (" # \n",), ("a#",), ("##",), ("\t",), (" \t",), ("ab",)],
}  # fmt: skip
