"""`difflib.ndiff`."""

import difflib

from hotforge import compile


@compile()
def lines(a: str, b: str) -> list[str]:
    return list(difflib.ndiff(a.splitlines(keepends=True), b.splitlines(keepends=True)))


@compile()
def joined(a: list[str], b: list[str]) -> str:
    return "".join(difflib.ndiff(a, b))


MANY = [f"line {i % 7} of {i}\n" for i in range(40)]
CASES = {
    "lines": [
        ("", ""), ("a\n", ""), ("", "a\n"), ("one\ntwo\nthree\n", "ore\ntree\nemu\n"),
        ("a b c\nd\n", "a  b c\nd\n"), ("\tindented\nx\n", "\tindentet\ny\nz\n"), ("é ü\n", "é ö\n"),
        ("abcdefghijkl\nsame\n", "same\nabcdefghijkL\n"), ("x" * 30 + "\n", "x" * 29 + "y\n"), ("a\nb\nc\nd", "b\nc\ne"),
        ("  2. Explicit\n  4. Complex\n", "  3. Simple\n  4. Complicated\n"),
    ],
    "joined": [
        (MANY, MANY[::-1]), (MANY, MANY[3:] + ["new\n"]), (["same\n", "like this\n"], ["like thus\n", "same\n"]), ([], ["a"]),
        (["a", "b", "c"], ["d", "e"]), (["a"], ["b", "c", "d"]), (["ab cd ef\n", "q\n", "ab cd ef\n"], ["ab cd eg\n", "q\n"]),
    ],
}  # fmt: skip
