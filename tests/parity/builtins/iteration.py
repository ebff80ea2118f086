"""enumerate, zip, reversed, range, len, list, map and filter."""

from hotforge import compile


@compile()
def numbered(words: list[str], start: int) -> list[tuple[int, str]]:
    return list(enumerate(words, start))


@compile()
def zipped(a: list[int], b: str, c: tuple[float, ...]) -> list[tuple[int, str, float]]:
    return [(x, y, z) for x, y, z in zip(a, b, c)]


@compile()
def backwards(items: list[int], text: str) -> tuple[list[int], list[str]]:
    return list(reversed(items)), [c for c in reversed(text)]


@compile()
def ranges(a: int, b: int, c: int) -> tuple[list[int], int, bool]:
    r = range(a, b, c)
    return list(r), len(r), 3 in r


@compile()
def range_index(n: int, i: int) -> int:
    return range(0, n, 2)[i]


@compile()
def mapped(items: list[str]) -> list[int]:
    return list(map(int, items))


@compile()
def strict(a: list[int], b: list[int]) -> list[int]:
    return [x + y for x, y in zip(a, b, strict=True)]


@compile()
def letters(text: str) -> list[str]:
    return list(text)


CASES = {
    "numbered": [(["a", "b"], 1), ([], 0)],
    "zipped": [([1, 2, 3], "ab", (0.5, 1.5, 2.5)), ([], "", ())],
    "backwards": [([1, 2, 3], "añ😀"), ([], "")],
    "ranges": [(0, 10, 3), (10, 0, -3), (5, 5, 1), (0, 10, -1), (0, 5, 0)],
    "range_index": [(10, 1), (10, -1), (10, 5), (0, 0)],
    "mapped": [(["1", " 2 "],), (["x"],)],
    "strict": [([1, 2], [3, 4]), ([1], [2, 3]), ([1, 2], [3])],
    "letters": [("aé😀",), ("",)],
}
