"""Float arithmetic to the bit, with Python's floor division and remainder."""

from hotforge import compile


@compile()
def operators(a: float, b: float) -> list[float]:
    return [a + b, a - b, a * b, -a, abs(a)]


@compile()
def divide(a: float, b: float) -> float:
    return a / b


@compile()
def floor(a: float, b: float) -> tuple[float, float]:
    return a // b, a % b


@compile()
def pair(a: float, b: float) -> tuple[float, float]:
    return divmod(a, b)


@compile()
def mixed(a: int, b: float) -> list[float]:
    return [a + b, b - a, a * b, b / 3, 2**b]


OTHER_LIBM = "2 ulp"
CASES = {
    "operators": [(0.1, 0.2), (1e308, 1e308), (-0.0, 0.0), (float("inf"), float("-inf")), (5e-324, 0.5), (float("nan"), 1.0)],
    "divide": [(1.0, 3.0), (1.0, 0.0), (0.0, -5.0), (float("inf"), 2.0), (-1.0, 0.0)],
    "floor": [(7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0), (1.0, 0.1), (-1e-20, 3.0), (0.0, -3.0), (5.0, float("inf")), (-5.0, float("inf")), (1.0, 0.0)],
    "pair": [(7.5, 2.0), (-7.5, 2.0), (1.0, 0.0)],
    "mixed": [(3, 0.5), (-2, 1.5), (9007199254740993, 1.0), (0, -0.0)],
}
