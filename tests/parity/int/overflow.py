"""An int is a checked 64-bit integer: where CPython would go on with a big one, OverflowError is raised."""

from hotforge import compile


@compile()
def add(a: int, b: int) -> int:
    return a + b


@compile()
def subtract(a: int, b: int) -> int:
    return a - b


@compile()
def multiply(a: int, b: int) -> int:
    return a * b


@compile()
def power(a: int, b: int) -> int:
    return a**2 * b


@compile()
def negate(a: int) -> int:
    return -a


@compile()
def shift(a: int, b: int) -> int:
    return a << b


@compile()
def floor_divide(a: int, b: int) -> int:
    return a // b


@compile()
def total(numbers: list[int]) -> int:
    return sum(numbers)


CASES = {
    "add": [(9223372036854775806, 1), (9223372036854775807, 1), (-9223372036854775808, -1)],
    "subtract": [(-9223372036854775807, 1), (-9223372036854775808, 1), (0, -9223372036854775808)],
    "multiply": [(3037000500, 3037000500), (4294967296, -2147483648), (4294967296, 2147483648)],
    "power": [(3037000499, 1), (3037000500, 1)],
    "negate": [(-9223372036854775808,), (-9223372036854775807,)],
    "shift": [(1, 62), (1, 63), (-1, 63), (-1, 64), (0, 1000), (1, -1)],
    "floor_divide": [(-9223372036854775808, -1), (-9223372036854775808, 1)],
    "total": [([9223372036854775807, 1],), ([9223372036854775807, -1, 1],), ([],)],
}
