"""Predictors that give their items one by one."""

from collections.abc import Generator, Iterable, Iterator

from hotforge import compile


@compile()
def count_up(start: int, stop: int) -> Iterator[int]:
    while start < stop:
        yield start
        start += 1


@compile()
def words(text: str) -> Generator[str, None, None]:
    for word in text.split():
        yield word.upper()


@compile()
def naturals(start: int) -> Iterator[int]:
    while True:
        yield start
        start += 1


@compile()
def shares(total: int, items: list[int]) -> Iterable[int]:
    for item in items:
        yield total // item


@compile()
def returned(items: list[int]) -> Iterator[int]:
    """No generator itself: it makes one, at once."""
    first = items[0]
    return (item + first for item in items)


@compile()
def mapped(items: list[str]) -> Iterator[int]:
    return map(len, items)


@compile()
def kept(items: list[int]) -> Iterator[int]:
    doubled = iter(items)
    next(doubled, None)
    return doubled


@compile()
def rows(count: int) -> Iterator[tuple[int, str, list[float]]]:
    for index in range(count):
        yield index, str(index), [index / 2]


@compile()
def optional(items: list[int]) -> Iterator[int | None]:
    for item in items:
        yield item if item > 0 else None


@compile()
def either(items: list[int]) -> Iterator[int | str]:
    for item in items:
        if item % 2:
            yield f"odd {item}"
        else:
            yield item


@compile()
def growing(items: list[int]) -> Iterator[list[int]]:
    """Each item is a copy of the one list as it is then."""
    seen: list[int] = []
    for item in items:
        seen.append(item)
        yield seen


@compile()
def checked(count: int) -> Iterator[int]:
    if count < 0:
        raise ValueError(f"count must not be negative, got {count}")
    yield from range(count)


@compile()
def empty(flag: bool) -> Iterator[int]:
    if flag:
        return
    yield 1


CASES = {
    "count_up": [(0, 3), (3, 0), (0, 200)],
    "words": [("a bc  d",), ("",)],
    "naturals": [(5,)],
    "shares": [(12, [1, 2, 3]), (12, [1, 0, 3]), (1, [])],
    "returned": [([1, 2],), ([],)],
    "mapped": [(["a", "bcd"],), ([],)],
    "kept": [([1, 2, 3],), ([],)],
    "rows": [(3,), (0,)],
    "optional": [([1, -1, 2],)],
    "either": [([1, 2, 3],)],
    "growing": [([1, 2, 3],), ([],)],
    "checked": [(3,), (-1,), (0,)],
    "empty": [(True,), (False,)],
}
