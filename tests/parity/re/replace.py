"""`re.sub`, `subn`, `split`, `findall`, `finditer`, with templates and functions, and matches that are empty."""

import re

from hotforge import compile

SPACES = re.compile(r"\s+")
PAIR = re.compile(r"(\w)=(\w*)")
SEPARATOR = re.compile(r"(,)|;")


@compile()
def replaced(text: str, template: str) -> list[str]:
    return [re.sub(r"(\w)(\d)?", template, text), re.sub("x*", "-", text), SPACES.sub(" ", text), re.sub("a", template, text, count=1)]


@compile()
def template_errors(template: str) -> str:
    return re.sub(r"(?P<name>a)(b)?", template, "ab a")


@compile()
def counted(text: str, count: int) -> tuple[str, int]:
    return re.subn("[aeiou]", "*", text, count)


def shout(found: re.Match) -> str:
    return found.group().upper() + str(found.start())


@compile()
def by_function(text: str) -> list[str]:
    prefix = "<"
    return [
        re.sub(r"[a-c]+", shout, text),
        re.sub(r"(\w)(\d)", lambda m: m.group(2) + m.group(1), text),
        SPACES.sub(lambda m: prefix + str(len(m.group())) + ">", text, 1),
        re.sub("", lambda m: "|", text),
    ]


@compile()
def split(text: str, most: int) -> list[list[str]]:
    return [re.split(r"\W+", text), re.split(r"(\W)", text, maxsplit=most), SPACES.split(text, most), re.split("x*", text), re.split(r"\b", text)]


@compile()
def split_groups(text: str) -> list[str | None]:
    return SEPARATOR.split(text)


@compile()
def found(text: str) -> tuple[list[str], list[str], list[tuple[str, str]], list[tuple[str, str, str]], list[str]]:
    return re.findall(r"\d+", text), re.findall(r"(\w)=", text), PAIR.findall(text), re.findall(r"(a)|(b)|(c)", text), re.findall("x*", text)


@compile()
def iterated(text: str) -> list[tuple[str, int]]:
    total = []
    for m in re.finditer(r"(?P<key>\w)=(?P<value>\w*)", text):
        total.append((m["key"] + ":" + m["value"], m.end()))
    return total


@compile()
def empty_places(pattern: str, text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(pattern, text)]


@compile()
def tokens(text: str) -> list[str]:
    return [m.group(0) for m in re.finditer(r"\d+|[-+*/()]|\s", text) if not m.group().isspace()]


TEXTS = ["", "abc", "a1 b2  c", "k=v, x=, é=ö;", "xaxbxx", "  lead", "one,two;three", "aéb1", "\n\t "]

CASES = {
    "replaced": [(text, template) for text in TEXTS for template in [r"<\1\2>", r"\g<1>\g<0>", "", r"\\n\n", r"\g<2>x"]],
    "template_errors": [(template,) for template in [r"\3", r"\g<x>", r"\g<name>!", r"\q", "\\", r"\g", r"\g<", r"\g<>", r"\g<1", r"\g<-1>", r"\0", r"\101", r"\400", r"\12", r"\g<a b>", r"\-", "\\\n(", r"\g<01>", r"\g<99>"]],
    "counted": [("education", 0), ("education", 2), ("", 1), ("xyz", 0), ("aaa", -1)],
    "by_function": [(text,) for text in TEXTS],
    "split": [(text, most) for text in TEXTS for most in [0, 1]],
    "split_groups": [("a,b;c",), ("",), (",;",)],
    "found": [(text,) for text in TEXTS],
    "iterated": [("a=1 b=2",), ("",), ("é=ö",)],
    "empty_places": [(pattern, text) for pattern in ["", "a*", "a*?", "a|", "|a", r"\b", "(?=a)", "$", "(?m)^", "a??"] for text in ["", "a", "aab", "baac\n", "éaé"]],
    "tokens": [("12 + (3*4)",), ("",)],
}
