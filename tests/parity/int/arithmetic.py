"""Floor division and remainder take the sign of the divisor; division gives a float."""

from hotforge import compile


@compile()
def divide(a: int, b: int) -> tuple[int, int, float]:
    return a // b, a % b, a / b


@compile()
def pair(a: int, b: int) -> tuple[int, int]:
    return divmod(a, b)


@compile()
def remainder(a: int, b: int) -> int:
    return a % b


@compile()
def signs(a: int) -> list[int]:
    return [-a, +a, abs(a), ~a]


@compile()
def augmented(a: int, b: int) -> int:
    a += b
    a *= 3
    a -= b
    a //= 2
    a %= 1000
    return a


CASES = {
    "divide": [(0, -(2**60)), (0, 2**60), (0, -3), (7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (1, 0), (9007199254740993, 2), (10**18 + 1, 3), (-1, 10**18)],
    "pair": [(7, 3), (-7, 3), (7, -3), (5, 0)],
    "remainder": [(-1, 5), (5, 0), (-9223372036854775808, -1)],
    "signs": [(0,), (5,), (-5,), (9223372036854775807,)],
    "augmented": [(10, 3), (-10, 3), (0, 0)],
}
