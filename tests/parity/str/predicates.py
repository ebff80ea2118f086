"""is… methods: all false of the empty text but isascii and isprintable."""

from hotforge import compile


@compile()
def predicates(text: str) -> list[bool]:
    return [
        text.isalpha(),
        text.isdigit(),
        text.isalnum(),
        text.isspace(),
        text.isupper(),
        text.islower(),
        text.isascii(),
    ]


@compile()
def numbers(text: str) -> list[bool]:
    return [text.isdecimal(), text.isdigit(), text.isnumeric()]


CASES = {
    "predicates": [("",), ("abc",), ("ABC1",), ("123",), (" \t\n",), ("éÉ",), ("日本",), ("²",), ("aB",), ("\x1c",)],
    "numbers": [("",), ("12",), ("²",), ("½",), ("٣",), ("一",), ("a1",), ("1a",), ("_x",), ("ª",)],
}
