"""`iter`, `next`, `zip`, `map` of several, `reversed`, `enumerate`, `min` and `max` with keys and defaults."""

from hotforge import compile


@compile()
def stepped(items: list[int]) -> list[int | str | None]:
    iterator = iter(items)
    first = next(iterator, None)
    second = next(iterator, -1)
    third = next(iterator, "end")
    return [first, second, third, *[item for item in iterator]]


@compile()
def exhausted(items: list[int]) -> int:
    iterator = iter(items)
    return next(iterator) + next(iterator)


@compile()
def first_match(items: list[str], prefix: str) -> str | None:
    return next((item for item in items if item.startswith(prefix)), None)


@compile()
def live(items: list[int]) -> list[int]:
    iterator = iter(items)
    seen = [next(iterator)]
    items.append(9)
    seen.extend(iterator)
    return seen


@compile()
def zipped(a: list[int], b: str, c: tuple[float, ...]) -> list[tuple[int, str, float, int]]:
    return list(zip(a, b, c, range(10)))


@compile()
def zipped_one(a: list[int]) -> list[tuple[int]]:
    return list(zip(a))


@compile()
def zipped_strictly(a: list[int], b: list[int], c: list[int]) -> list[tuple[int, int, int]]:
    return list(zip(a, b, c, strict=True))


@compile()
def mapped(a: list[int], b: list[int]) -> list[int]:
    return list(map(lambda x, y: x * 10 + y, a, b))


@compile()
def best(words: list[str]) -> tuple[str | None, str, str | int, int, str]:
    return (
        max(words, key=len, default=None),
        min(words, key=len, default=""),
        max(words, key=lambda word: word[::-1], default=0),
        min((len(word) for word in words), default=-1),
        max("ab", "abc", "x", key=len),
    )


@compile()
def best_default(numbers: list[int]) -> tuple[int | None, int | str, int]:
    return max(numbers, default=None), min(numbers, default="none"), min(numbers, default=0)


@compile()
def best_strict(numbers: list[int]) -> int:
    return max(numbers, key=lambda x: -x)


@compile()
def backwards(a: tuple[int, ...], b: str) -> list[list[int] | list[str]]:
    return [list(reversed(a)), list(reversed((1, 2))), list(reversed(b)), list(reversed(range(0, 7, 2)))]


@compile()
def counted(words: list[str]) -> list[tuple[int, str]]:
    return list(enumerate(words, start=5))


@compile()
def summed(rows: list[list[int]], floats: list[float]) -> tuple[list[int], float, int, int]:
    return sum(rows, []), sum(floats, 0.5), sum(x > 0.0 for x in floats), sum([True, False, True])


@compile()
def types(value: int | str | float | None) -> list[str | bool]:
    kind = type(value).__name__
    is_int = type(value) is int
    if type(value) == str:
        return [kind, value.upper(), is_int]
    if type(value) is not float:
        return [kind, is_int]
    return [kind, f"{value:.1f}", is_int, callable(len), callable(value)]


CASES = {
    "stepped": [([],), ([1],), ([1, 2, 3, 4, 5],)],
    "exhausted": [([1, 2],), ([1],), ([],)],
    "first_match": [(["ab", "cd"], "c"), ([], "c")],
    "live": [([1, 2],), ([],)],
    "zipped": [([1, 2, 3], "ab", (0.5, 1.5, 2.5)), ([], "", ())],
    "zipped_one": [([1, 2],)],
    "zipped_strictly": [([1], [2], [3]), ([1], [2], []), ([1], [], []), ([], [1], []), ([], [], [1])],
    "mapped": [([1, 2, 3], [4, 5]), ([], [1])],
    "best": [(["a", "bb", "cc"],), ([],)],
    "best_default": [([3, 1, 2],), ([],)],
    "best_strict": [([3, 1, 2],), ([],)],
    "backwards": [((1, 2, 3), "abé"), ((), "")],
    "counted": [(["a", "b"],), ([],)],
    "summed": [([[1], [2, 3], []], [0.1, 0.2, -0.3]), ([], [])],
    "types": [(1,), ("a",), (1.25,), (None,)],
}
