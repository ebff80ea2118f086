"""Special functions, within 2 ulp; their errors exactly."""

import math

from hotforge import compile

TOLERANCE = "2 ulp"


@compile()
def gamma(x: float) -> float:
    return math.gamma(x)


@compile()
def lgamma(x: float) -> float:
    return math.lgamma(x)


@compile()
def errors(x: float) -> tuple[float, float]:
    return math.erf(x), math.erfc(x)


@compile()
def hyperbolic(x: float) -> list[float]:
    return [math.sinh(x), math.cosh(x), math.tanh(x), math.asinh(x)]


@compile()
def acosh(x: float) -> float:
    return math.acosh(x)


@compile()
def atanh(x: float) -> float:
    return math.atanh(x)


@compile()
def powers(x: float) -> list[float]:
    return [math.cbrt(x), math.exp2(x), math.expm1(x)]


@compile()
def logs(x: float, base: float) -> list[float]:
    return [math.log(x), math.log2(x), math.log10(x), math.log1p(x), math.log(x, base)]


NUMBERS = [0.5, 1.0, 2.0, 3.5, 10.0, 23.0, 24.0, 100.5, 141.3, 171.0, 171.7, 180.0, 201.0, -0.5, -1.5, -10.2, -170.5, -200.5, 1e-21, 1e-310, 0.0, -0.0, -1.0, -5.0, float("inf"), float("-inf"), float("nan"), 1e305, 1e306, 5.0, 4.999]

CASES = {
    "gamma": [(x,) for x in NUMBERS],
    "lgamma": [(x,) for x in NUMBERS],
    "errors": [(x,) for x in (0.0, 0.5, -1.25, 3.0, 6.0, -7.0, float("inf"), float("nan"))],
    "hyperbolic": [(x,) for x in (0.0, 1.0, -2.5, 20.0, float("inf"), float("nan"), 1e-9)] + [(1000.0,)],
    "acosh": [(1.0,), (2.5,), (0.5,), (float("inf"),), (float("nan"),)],
    "atanh": [(0.5,), (-0.25,), (1.0,), (2.0,), (float("nan"),)],
    "powers": [(x,) for x in (0.0, -27.0, 8.0, 0.1, 100.0, 2000.0, float("-inf"), float("nan"))],
    "logs": [(2.0, 10.0), (0.5, 2.0), (10.0, 1.0), (0.0, 2.0), (-1.0, 2.0), (1e300, 3.0), (8.0, -1.0)],
}
