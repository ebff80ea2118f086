"""str.strip and friends; the argument is a set of characters."""

from hotforge import compile


@compile()
def plain(text: str) -> tuple[str, str, str]:
    return text.strip(), text.lstrip(), text.rstrip()


@compile()
def characters(text: str, chars: str) -> tuple[str, str, str]:
    return text.strip(chars), text.lstrip(chars), text.rstrip(chars)


@compile()
def affixes(text: str, prefix: str, suffix: str) -> tuple[str, str]:
    return text.removeprefix(prefix), text.removesuffix(suffix)


CASES = {
    "plain": [("",), ("  a b  ",), ("\u3000x\u2028",), ("\x1f\x1ey\x00",), ("\t\n\r\x0b\x0c",)],
    "characters": [("xxabcxx", "x"), ("abcba", "ab"), ("", "x"), ("日本語日", "日"), ("abc", "")],
    "affixes": [("unhappy", "un", "py"), ("aaa", "aa", "aa"), ("abc", "", ""), ("ab", "abc", "abc"), ("ab", "ab", "ab")],
}
