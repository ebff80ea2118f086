"""repr and ascii of texts: quotes, escapes, what is printable."""

from hotforge import compile


@compile()
def texts(text: str) -> list[str]:
    return [repr(text), ascii(text), str(text)]


@compile()
def nested(texts: list[str]) -> str:
    return str(texts) + str({"k": texts}) + str((texts, 1))


CASES = {
    "texts": [
        ("",),
        ("it's",),
        ('say "hi"',),
        ("it's \"both\"",),
        ("\\ \n\r\t\x00\x1b\x7f\x80\xa0\xad",),
        ("é日😀",),
        ("\u200b\u2028\ufeff\U000e0001",),
        ("\u0378\ue000",),
    ],
    "nested": [([],), (["a'b", "\n"],)],
}
