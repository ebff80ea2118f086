"""`shlex`: words of a command line."""

import shlex

from hotforge import compile


@compile()
def split(text: str) -> list[str]:
    return shlex.split(text)


@compile()
def with_comments(text: str) -> list[str]:
    return shlex.split(text, comments=True)


@compile()
def not_posix(text: str) -> list[str]:
    return shlex.split(text, posix=False)


@compile()
def not_posix_with_comments(text: str) -> list[str]:
    return shlex.split(text, True, False)


@compile()
def quoted(words: list[str]) -> tuple[list[str], str, bool]:
    line = shlex.join(words)
    return [shlex.quote(word) for word in words], line, shlex.split(line) == words


LINES = [
    "", " ", "a", "a b", "  a\t b\n", "'a b'", '"a b"', "a'b'c", "''", "'' ''", '""', "a ''", "''a", "\\", "a\\", "a\\ b", "\\'", "'a\\'b'",
    '"a\\"b"', '"a\\b"', '"\\\\"', "'unclosed", '"unclosed', '"a\\', "# c", "a # b", "a#b c", "a#b\nc", "#\n#\nx", "é 'ñ ü'", "a=b --c='d e'",
    "a\\\nb", "$HOME `x`", "a;b|c&d", "'a'\"b\"c", "\"'\" '\"'", "a\rb", "a\x0bb", "x'#'y", '"a\nb"', "'a'#b", "'a' #b\n'c'", "\\#", "日本 語",
]  # fmt: skip
CASES = {
    "split": [(line,) for line in LINES],
    "with_comments": [(line,) for line in LINES],
    "not_posix": [(line,) for line in LINES],
    "not_posix_with_comments": [(line,) for line in LINES],
    "quoted": [([],), (["a", "b c", "", "it's", "é", "a-b_c.d/e", "$x", "\n", "@%+=:,./-"],)],
}
