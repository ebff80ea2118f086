"""`cmath`: every function over numbers of all sorts, special ones too."""

import cmath

from hotforge import compile


@compile()
def finite(z: complex) -> list[complex]:
    return [cmath.sqrt(z), cmath.acos(z), cmath.asin(z), cmath.acosh(z), cmath.asinh(z)]


@compile()
def one(which: int, z: complex) -> complex:
    if which == 0:
        return cmath.exp(z)
    if which == 1:
        return cmath.log(z)
    if which == 2:
        return cmath.log10(z)
    if which == 3:
        return cmath.sin(z)
    if which == 4:
        return cmath.cos(z)
    if which == 5:
        return cmath.tan(z)
    if which == 6:
        return cmath.sinh(z)
    if which == 7:
        return cmath.cosh(z)
    if which == 8:
        return cmath.tanh(z)
    if which == 9:
        return cmath.atan(z)
    return cmath.atanh(z)


@compile()
def to_base(z: complex, base: complex) -> complex:
    return cmath.log(z, base)


@compile()
def of_reals(x: float, n: int) -> list[complex]:
    return [cmath.sqrt(x), cmath.sqrt(n), cmath.exp(n), cmath.acos(x), cmath.sqrt(-2)]


@compile()
def polar(z: complex) -> tuple[float, tuple[float, float]]:
    return cmath.phase(z), cmath.polar(z)


@compile()
def rect(r: float, phi: float) -> complex:
    return cmath.rect(r, phi)


@compile()
def kinds(z: complex) -> list[bool]:
    return [cmath.isfinite(z), cmath.isinf(z), cmath.isnan(z)]


@compile()
def close(a: complex, b: complex, relative: float, absolute: float) -> list[bool]:
    return [cmath.isclose(a, b), cmath.isclose(a, b, rel_tol=relative), cmath.isclose(a, b, rel_tol=relative, abs_tol=absolute)]


@compile()
def constants() -> list[float]:
    return [cmath.pi, cmath.e, cmath.tau, cmath.inf]


@compile()
def roots(n: int) -> list[complex]:
    return [cmath.exp(2j * cmath.pi * k / n) for k in range(n)]


@compile()
def fourier(values: list[float]) -> list[complex]:
    n = len(values)
    return [sum(value * cmath.exp(-2j * cmath.pi * k * t / n) for t, value in enumerate(values)) + 0j for k in range(n)]


inf, nan = float("inf"), float("nan")
PARTS = [-inf, -1e308, -800.0, -2.3, -1.0, -1e-310, -0.0, 0.0, 1e-310, 0.5, 1.0, 2.3, 800.0, 1e308, inf, nan]
SOME = [-inf, -2.3, -1.0, -0.0, 0.0, 0.5, 1.0, 710.0, inf, nan]
TOLERANCE = 1e-14
CASES = {
    "finite": [(complex(a, b),) for a in PARTS for b in PARTS],
    "one": [(which, complex(a, b)) for which in range(11) for a in SOME for b in SOME],
    "to_base": [(z, base) for z in (2 + 0j, 1j, 0j, -1 + 0j) for base in (10 + 0j, 1j, 0j, 1 + 0j)],
    "of_reals": [(0.5, 2), (-2.0, -3), (0.0, 0)],
    "polar": [(complex(a, b),) for a in PARTS for b in PARTS],
    "rect": [(a, b) for a in SOME for b in SOME],
    "kinds": [(complex(a, b),) for a in SOME for b in SOME],
    "close": [(1 + 1j, 1 + 1j, 0.0, 0.0), (1 + 0j, 1 + 1e-10j, 1e-12, 0.0), (1 + 0j, 1.1 + 0j, 0.2, 0.0), (0j, 1e-12 + 0j, 0.0, 1e-9), (0j, 1j, -1.0, 0.0),
              (complex(inf, 0), complex(inf, 0), 0.1, 0.1), (complex(inf, 0), 1j, 0.1, 0.1), (complex(nan, 0), complex(nan, 0), 1.0, 1.0)],
    "constants": [()],
    "roots": [(1,), (5,), (8,)],
    "fourier": [([],), ([1.0, 0.0, -1.0, 0.5],)],
}  # fmt: skip
