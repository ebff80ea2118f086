"""Numbers of several types."""

from hotforge import compile


@compile()
def arith_union(x: int | float, y: int | float) -> int | float:
    return x * y + x - y / 2 if y else x // 1


@compile()
def sort_mixed(xs: list[int | float | bool]) -> str:
    return f"{sorted(xs)} {max(xs)} {sum(xs)}"


CASES = {
    "arith_union": [(1, 2), (1.5, 2), (3, 0.0), (2, 0), (-3, 2), (0.1, 3)],
    "sort_mixed": [([1, 2.5, True],), ([3],), ([True, True],), ([2.5, 2],)],
}
