"""Slices whose bounds may be `None`, and format codes that no float has."""

from hotforge import compile


@compile()
def sliced(text: str, start: int | None, stop: int | None, step: int | None) -> str:
    return text[start:stop:step]


@compile()
def sliced_list(items: list[int], start: int | None, stop: int | None) -> list[int]:
    return items[start:stop]


@compile()
def formatted(value: float, spec: str) -> str:
    return format(value, spec)


CASES = {
    "sliced": [("abcdef", None, None, None), ("abcdef", 1, None, 2), ("abcdef", None, 3, -1), ("abcdef", None, None, 0), ("é€", -1, None, None)],
    "sliced_list": [([1, 2, 3], None, 2), ([1, 2, 3], 1, None), ([], None, None)],
    "formatted": [(0.0, "r"), (1.5, "s"), (1.5, ""), (1.5, ".3"), (1e16, "+"), (1.5, "d")],
}
