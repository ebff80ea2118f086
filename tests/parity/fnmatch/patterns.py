"""`fnmatch`: patterns of the shell."""

import fnmatch
from fnmatch import fnmatchcase

from hotforge import compile


@compile()
def matches(pattern: str, names: list[str]) -> list[bool]:
    return [fnmatch.fnmatch(name, pattern) for name in names] + [fnmatchcase(name, pattern) for name in names]


@compile()
def filtered(pattern: str, names: list[str]) -> list[str]:
    return fnmatch.filter(names, pattern) + fnmatch.filter((name.upper() for name in names), pat=pattern)


NAMES = ["", "a", "ab", "abc", "a.txt", "b.txt", ".txt", "a/b.txt", "A", "[", "]", "-", "a-b", "!", "^", "\\", "é", "a\nb", "aab", "1", "*", "?"]
PATTERNS = [
    "", "*", "?", "**", "a*", "*a", "*.txt", "?.txt", "a?c", "[ab]", "[!ab]", "[a-c]", "[c-a]", "[!c-a]", "[a", "[]", "[]]", "[!]]",
    "[]-a]", "[a-]", "[-a]", "[!-a]", "[^a]", "[\\]", "[a\\-c]", "[[]", "a[b-]c", "[a-b-c]", "[--a]", "[a-b-]", "*b*", "*a*b*", "a**b",
    "\\*", "[é-ü]", "[!a-z]*", "[&~|]", "[a-zA-Z0-9]", "[b-ac]", "*[]", "[!]", "a\n*", "[a-a]",
]  # fmt: skip
CASES = {
    "matches": [(pattern, NAMES) for pattern in PATTERNS],
    "filtered": [("a*", NAMES), ("*[!t]", NAMES), ("x", [])],
}
