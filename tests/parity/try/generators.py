"""try within generators and around what they give; closures and comprehensions that raise."""

from collections.abc import Iterator

from hotforge import compile


def parsed(texts: list[str]) -> Iterator[int]:
    for text in texts:
        try:
            yield int(text)
        except ValueError as e:
            yield -len(str(e))


@compile()
def within(texts: list[str]) -> list[int]:
    return list(parsed(texts))


def failing(n: int) -> Iterator[int]:
    for i in range(n):
        yield 10 // (3 - i)


@compile()
def around(n: int) -> list[int]:
    out = []
    try:
        for value in failing(n):
            out.append(value)
    except ZeroDivisionError:
        out.append(-1)
    return out


@compile()
def generator_expression(items: list[int]) -> str:
    values = (100 // item for item in items)
    total = 0
    try:
        for value in values:
            total += value
    except ZeroDivisionError as e:
        return f"{total} {e}"
    return f"all {total}"


@compile()
def comprehension(texts: list[str]) -> list[float]:
    try:
        return [float(text) for text in texts if text]
    except ValueError:
        return []


@compile()
def sorted_by(items: list[int]) -> list[int]:
    try:
        return sorted(items, key=lambda item: 10 // item)
    except ZeroDivisionError:
        return sorted(items)


@compile()
def next_of(items: list[int]) -> str:
    iterator = iter(items)
    seen = 0
    try:
        while True:
            seen += next(iterator)
    except StopIteration as e:
        return f"{seen} {e!r} {str(e)!r}"


CASES = {
    "within": [(["1", "x", "3"],), ([],)],
    "around": [(2,), (3,), (4,), (6,)],
    "generator_expression": [([1, 2],), ([1, 0, 2],)],
    "comprehension": [(["1", "", "2.5"],), (["1", "x"],)],
    "sorted_by": [([3, 1, 20],), ([3, 0, 1],)],
    "next_of": [([1, 2, 3],), ([],)],
}
