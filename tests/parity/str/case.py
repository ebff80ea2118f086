"""Case mappings, which may change the length of a text."""

from hotforge import compile


@compile()
def mappings(text: str) -> list[str]:
    return [text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]


CASES = {
    "mappings": [
        ("",),
        ("hello World",),
        ("straße",),
        ("ΑΣ ΟΔΥΣΣΕΥΣ",),
        ("they're bill's friends",),
        ("ŉ ǆ ﬁ",),
        ("İstanbul ıI",),
        ("a1b2 c_d",),
    ],
}
