"""Keys that are equal are one key, whatever their type."""

from hotforge import compile


@compile()
def equal_keys() -> list[int]:
    table = {1: 10}
    table[True] = 20
    return [len(table), table[1]]


@compile()
def zero_keys(a: float, b: float) -> int:
    return len({a, b})


@compile()
def tuple_keys(points: list[tuple[int, int]]) -> int:
    return len(set(points))


CASES = {
    "equal_keys": [()],
    "zero_keys": [(0.0, -0.0), (1.0, 1.0), (1.0, 2.0)],
    "tuple_keys": [([(1, 2), (1, 2), (2, 1)],), ([],)],
}
