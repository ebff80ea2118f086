"""Comprehensions and displays an element of which always raises."""

from hotforge import compile


def fails(x: int) -> str:
    raise ValueError(f"no {x}")


@compile()
def keys(n: int) -> dict[str, int]:
    return {fails(x): x for x in range(n)}


@compile()
def kept_keys(n: int) -> int:
    table: dict[str, int] = {fails(x): x for x in range(n)}
    return len(table)


@compile()
def values(n: int) -> dict[int, str]:
    return {x: fails(x) for x in range(n)}


@compile()
def items(n: int) -> list[str]:
    return [fails(x) for x in range(n)]


@compile()
def nested(n: int) -> dict[int, dict[str, int]]:
    return {x: {fails(x): y for y in range(x)} for x in range(n)}


@compile()
def mapped(n: int) -> list[str]:
    return list(map(fails, range(n)))


@compile()
def display(n: int) -> dict[str, int]:
    return {fails(n): n} if n else {"": 0}


CASES = {
    name: [(0,), (1,), (3,)]
    for name in ["keys", "kept_keys", "values", "items", "nested", "mapped", "display"]
}
