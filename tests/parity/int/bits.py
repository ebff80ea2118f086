"""Bit operators on two's complement of endless width."""

from hotforge import compile


@compile()
def operators(a: int, b: int) -> list[int]:
    return [a & b, a | b, a ^ b, ~a, a >> 3, a << 2]


@compile()
def shift_right(a: int, b: int) -> int:
    return a >> b


@compile()
def count(a: int) -> tuple[int, int]:
    return a.bit_count(), a.bit_length()


@compile()
def of_bools(a: bool, b: bool) -> tuple[bool, bool, bool]:
    return a & b, a | b, a ^ b


CASES = {
    "operators": [(12, 10), (-12, 10), (-1, -8), (0, 7)],
    "shift_right": [(1, 100), (-1, 100), (-9, 1), (1, -1), (255, 4)],
    "count": [(0,), (255,), (-255,), (-9223372036854775808,), (9223372036854775807,)],
    "of_bools": [(True, False), (True, True), (False, False)],
}
