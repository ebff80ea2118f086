"""Functions passed to functions, and lambdas."""

from hotforge import compile


def double(x: int) -> int:
    return x * 2


def apply(function, items: list[int]) -> list[int]:
    return [function(item) for item in items]


@compile()
def named(items: list[int]) -> list[int]:
    return apply(double, items)


@compile()
def anonymous(items: list[int], shift: int) -> list[int]:
    return apply(lambda item: item + 10, items)


CASES = {
    "named": [([1, 2, 3],), ([],)],
    "anonymous": [([1, 2, 3], 10)],
}
