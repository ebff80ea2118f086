"""round() goes to even on ties, and rounds decimal digits correctly."""

from hotforge import compile


@compile()
def to_int(value: float) -> int:
    return round(value)


@compile()
def to_digits(value: float, digits: int) -> float:
    return round(value, digits)


@compile()
def int_digits(value: int, digits: int) -> int:
    return round(value, digits)


@compile()
def of_int(value: int) -> int:
    return round(value)


CASES = {
    "to_int": [(0.5,), (1.5,), (2.5,), (-0.5,), (-1.5,), (0.49999999999999994,), (4503599627370497.5,), (float("nan"),), (float("inf"),)],
    "to_digits": [(2.675, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1234.5678, -2), (-2.5, 0), (1e300, 5), (5e-324, 400), (15.0, -1), (25.0, -1), (float("nan"), 2), (1.7976931348623157e308, -308)],
    "int_digits": [(15, -1), (25, -1), (-15, -1), (1234, 2), (99, -3), (5, -1)],
    "of_int": [(7,), (-7,)],
}
