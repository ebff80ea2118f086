"""`slice` as a value: made, asked, and put between brackets."""

from hotforge import compile


@compile()
def picked(items: list[int], start: int | None, stop: int | None, step: int | None) -> tuple[list[int], list[int], list[int]]:
    whole = slice(start, stop, step)
    return items[whole], items[slice(stop)], items[slice(start, stop)]


@compile()
def of_text(text: str, stop: int) -> list[str]:
    first, rest = slice(stop), slice(stop, None)
    return [text[first], text[rest], text[slice(None, None, -1)]]


@compile()
def asked(start: int | None, stop: int | None, step: int | None, length: int) -> tuple[tuple[int, int, int], int | None, str]:
    made = slice(start, stop, step)
    return made.indices(length), made.stop, repr(made)


BOUNDS = [(None, None, None), (1, 3, None), (None, -1, 2), (-1, None, -1), (5, 1, -2), (0, 100, 0)]
CASES = {
    "picked": [(items, *bounds) for items in ([], [1, 2, 3, 4, 5]) for bounds in BOUNDS],
    "of_text": [("", 0), ("añ漢😀", 2), ("abc", -1)],
    "asked": [(*bounds, length) for bounds in BOUNDS for length in (0, 5)] + [(0, 1, 1, -1)],
}
