"""List comprehensions: nested, filtered, with unpacking; their names stay inside."""

from hotforge import compile


@compile()
def squares(n: int) -> list[int]:
    return [i * i for i in range(n) if i % 3]


@compile()
def flatten(rows: list[list[int]]) -> list[int]:
    return [value for row in rows for value in row if value > 0 if value < 10]


@compile()
def table(n: int) -> list[list[str]]:
    return [[f"{i}{j}" for j in range(i)] for i in range(n)]


@compile()
def unpacked(pairs: list[tuple[str, int]]) -> list[str]:
    return [name * count for name, count in pairs]


@compile()
def scope(x: int) -> tuple[int, list[int]]:
    items = [x for x in range(3)]
    return x, items


@compile()
def transpose(rows: list[list[float]]) -> list[list[float]]:
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


CASES = {
    "squares": [(6,), (0,)],
    "flatten": [([[1, -1], [], [5, 50]],), ([],)],
    "table": [(4,), (0,)],
    "unpacked": [([("a", 2), ("b", 0)],)],
    "scope": [(42,)],
    "transpose": [([[1.0, 2.0], [3.0, 4.0]],), ([],), ([[1.0, 2.0], [3.0]],)],
}
