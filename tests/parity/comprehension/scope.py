"""A comprehension binds its names in a scope of its own."""

from hotforge import compile


@compile()
def pairs(items: list[tuple[str, int]]) -> str:
    name, count = "outer", 7
    names = [name for name, _ in items]
    total = sum(count for _, count in items)
    table = {name: count for name, count in items}
    return f"{name} {count} {names} {total} {table}"


@compile()
def nested(rows: list[list[tuple[int, int]]]) -> str:
    a, b = -1, -2
    flat = [a * b for row in rows for a, b in row if a != b]
    return f"{a} {b} {flat}"


@compile()
def lazily(items: list[tuple[str, int]]) -> str:
    for name, count in items:
        pass
    return ", ".join(f"{name}={count}" for name, count in items)


CASES = {
    "pairs": [([("x", 1), ("y", 2)],), ([],)],
    "nested": [([[(1, 2), (3, 3)], [], [(4, 5)]],)],
    "lazily": [([("x", 1), ("y", 2)],)],
}
