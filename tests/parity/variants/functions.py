"""Functions as variants, and variants that functions return."""

from hotforge import compile


def parsed(text: str) -> int | float | str | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


@compile()
def parse_all(texts: list[str]) -> list[str]:
    return [f"{type(parsed(text)).__name__}:{parsed(text)!r}" for text in texts]


@compile()
def numbers_of(texts: list[str]) -> float:
    total = 0.0
    for text in texts:
        value = parsed(text)
        if value is None or isinstance(value, str):
            continue
        total += value
    return total


@compile()
def chosen(name: str, n: int) -> str:
    if name == "double":
        f = lambda x: x * 2  # noqa: E731
    elif name == "show":
        f = lambda x: f"<{x}>"  # noqa: E731
    else:
        f = abs
    return repr(f(n))


@compile()
def recursive(n: int) -> int | str:
    def f(k: int) -> int | str:
        if k <= 0:
            return "end"
        rest = f(k - 1)
        return k if rest == "end" else str(rest) + str(k)

    return f(n)


CASES = {
    "parse_all": [(["1", "1.5", "x", ""],), ([],), (["-0", "1e5", " 3 ", "nan"],)],
    "numbers_of": [(["1", "1.5", "x", ""],), ([],), (["-0", "1e5", " 3 "],)],
    "chosen": [("double", 3), ("show", 3), ("other", -3)],
    "recursive": [(0,), (1,), (2,), (5,)],
}
