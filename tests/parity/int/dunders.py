"""The methods of numbers that built-in functions call, called by their names."""

from hotforge import compile


@compile()
def of_int(i: int) -> list[int]:
    return [i.__index__(), i.__int__(), i.__trunc__(), i.__floor__(), i.__ceil__(), i.__pos__(), i.__invert__(), i.__round__()]


@compile()
def to_float(i: int) -> float:
    return i.__float__()


@compile()
def of_float(f: float) -> list[int]:
    return [f.__int__(), f.__trunc__(), f.__floor__(), f.__ceil__(), f.__round__()]


CASES = {
    "of_int": [(0,), (-7,), (2**63 - 1,)],
    "to_float": [(0,), (2**53 + 1,), (-3,)],
    "of_float": [(1.5,), (-1.5,), (-0.0,), (1e18,), (float("nan"),), (float("inf"),), (1e300,)],
}
