"""`print(*items)`."""

import io

from hotforge import compile


@compile()
def spread(items: list[float], sep: str) -> str:
    out = io.StringIO()
    print(*items, file=out)
    print(*items, sep=sep, end="|", file=out)
    print("a", *items, 1, *items, None, sep=sep, file=out)
    print(*items, sep=None, file=out)
    return out.getvalue()


@compile()
def of_others(n: int, text: str, words: set[str]) -> str:
    out = io.StringIO()
    print(*range(n), file=out)
    print(*text, sep="-", file=out)
    print(*sorted(words), *(i * i for i in range(n)), file=out)
    print(*[], file=out)
    return out.getvalue()


CASES = {
    "spread": [([], ","), ([1.0, -0.0, float("nan")], ", "), ([2.5], "")],
    "of_others": [(0, "", set()), (3, "añ🙂", {"b", "a"})],
}
