"""`re.search`, `match` and `fullmatch`: syntax, flags, groups, spans."""

import re

from hotforge import compile

DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?")
WORD = re.compile(r"\b[a-z]+\b", re.IGNORECASE | re.MULTILINE)


@compile()
def find(pattern: str, text: str) -> tuple[str, int, int] | None:
    found = re.search(pattern, text)
    if found is None:
        return None
    return found.group(), found.start(), found.end()


@compile()
def find_all_ways(pattern: str, text: str) -> list[tuple[int, int] | None]:
    first = re.search(pattern, text)
    start = re.match(pattern, text)
    whole = re.fullmatch(pattern, text)
    return [first.span() if first else None, start.span() if start else None, whole.span() if whole else None]


@compile()
def with_flags(text: str) -> list[bool]:
    return [
        re.search("ABC", text, re.I) is not None,
        bool(re.search("^b", text, flags=re.M)),
        re.match("a.b", text, re.S | re.I) is not None,
        re.search(r"a \. b  # comment", text, re.X) is not None,
        re.search(r"\w", text, re.ASCII) is None,
        re.search(r"(?i:straSSe)", text) is not None,
    ]


@compile()
def date(text: str) -> tuple[str, int, str | None, tuple[str, str, str | None, str | None], dict[str, str | None]] | None:
    found = DATE.search(text)
    if not found:
        return None
    return found["year"], int(found.group("month")), found.group("day"), found.groups(), found.groupdict()


@compile()
def parts(text: str) -> list[str | int]:
    found = re.match(r"(\w+)@(\w+)\.com", text)
    if found:
        user, host = found.groups()
        return [user.upper(), host, found[0], found[1], found.start(2), found.end(1), found.string, found.re.pattern, found.re.groups, found.pos, found.endpos]
    return []


@compile()
def group_of(text: str, number: int) -> str | None:
    found = re.match(r"(a)|(b)", text)
    return found.group(number) if found else "none"


@compile()
def several(text: str) -> tuple[str, str | None, str] | None:
    found = re.search(r"(?P<a>x)(?P<b>y)?", text)
    return found.group("a", 2, 0) if found else None


@compile()
def bounded(text: str, start: int, stop: int) -> list[str | None]:
    found = WORD.search(text, start, stop)
    begun = WORD.match(text, start)
    whole = WORD.fullmatch(text, start, stop)
    return [found.group() if found else None, begun.group() if begun else None, whole.group() if whole else None]


@compile()
def shown(text: str) -> list[str]:
    found = re.search("(?P<x>b+)", text)
    return [f"{found}", repr(WORD), found.expand(r"<\g<x>|\1\n>") if found else "", str(WORD.flags), str(DATE.groupindex), re.escape(text)]


TEXTS = ["", "a", "abc", "aAbB", "abcabc", "a.b", "a\nb", "x-y_z 12", "héllo wörld", "日本語 text", "aaa", "foo(bar)", "\n", "ab\n", "straße STRASSE", "\u0130i\u0131I", "K\u212ak", "١٢٣ 12", "\x1c \u3000"]
PATTERNS = [
    "", "a", "a*", "a+?", "a{2}", "a{2,}?", "a{,2}", "[a-c]+", "[^a-c]+", r"\d+", r"\D+", r"\w+", r"\W+", r"\s+", r"\S+", r"\bb", r"\Bb", "^", "$", r"\Z", r"\A.", ".", ".*", "(?s).*", "(?m)^.*$",
    "a|b|", "(a)(b)?", r"(a)\1", "(?:ab)+", "(?=b)", "(?<=a)b", "(?<!a)b", "(?!a).", "(?i)AB", "(?i)[A-Z]+", "(?i)k", "(?i)i", "(?i)STRASSE", "(?x) a # c\n b", "(?>a+)a", "a++a", "a?+a", "(a|ab)(c|bcd)?$", "(a*)*",
    "(a*)+b", "(?:a|b)*?c", "(?P<n>a)(?P=n)", "(a)?(?(1)b|c)", "[]a]", "[a\\-z]", "[\\w-]+", r"\x61", r"\u0061", r"\141", r"\.", "(?-i:a)", "(?i:a(?-i:b))", "[^\\d\\s]+", "(?a)\\w+", "(?a)\\d+", "((a)|b)+", "(?:(a)|b)*", "x*?$", "(|a)+", "(?:|a){2}", "(.)(?=.*\\1)", "[\u0300-\u9fff]+",
]  # fmt: skip
BROKEN = [
    "(", ")", "[", "a**", "*", "a{2,1}", "(?P<1>a)", "(?P<a>x)(?P<a>y)", r"\1", "(?P=x)", "(?<=a+)b", "(?z)", "[b-a]", r"\q", "\\", "(?", "(?P", "(?P<", "(?P<a", "(?P<a>", "(?#", "(?(1)a)", "(?(x)a)", "a(?i)b", "(?i", "(?-a:x)",
    "[[:alpha:]", r"\x1", r"\u12", "(?L)a", "(a\\1)", "(?<x)", "(?P>x)", "a|*", "(?:*)", "^*", "[a", "[^", "[a-", r"[\d-z]", r"\400", "(?(1)a|b|c)", "(?i-i:a)", "ab)c", "(?:a", "x{99999999999}", "\n(",
]  # fmt: skip

CASES = {
    "find": [(pattern, text) for pattern in PATTERNS for text in TEXTS] + [(pattern, "abc") for pattern in BROKEN],
    "find_all_ways": [(pattern, text) for pattern in PATTERNS for text in ["", "abc", "aab\n", "ab", "b"]],
    "with_flags": [("xabc",), ("a\nb",), ("a.b",), ("é",), ("STRASSE",), ("A\nB",)],
    "date": [("on 2024-05-17.",), ("2024-05",), ("none",), ("١٢٣٤-05-17",)],
    "parts": [("ada@web.com",), ("x",), ("é@é.com!",)],
    "group_of": [("a", 1), ("a", 2), ("b", 0), ("b", 1), ("a", 3), ("a", -1), ("x", 1)],
    "several": [("xy",), ("x",), ("",)],
    "bounded": [("one two three", 4, 7), ("one two", 3, 100), ("one", 5, 2), ("one", -3, 2), ("héé ö", 1, 4), ("", 0, 0)],
    "shown": [("abbc",), ("a(b)*[c] ~",), ("bb'\n",)],
}
