"""`complex`: arithmetic with itself and with real numbers, powers, comparison."""

from hotforge import compile


@compile()
def four(a: complex, b: complex) -> list[complex]:
    return [a + b, a - b, a * b, -a, +a, a.conjugate()]


@compile()
def divided(a: complex, b: complex) -> complex:
    return a / b


@compile()
def powers(a: complex, b: complex) -> complex:
    return a**b


@compile()
def small_powers(a: complex) -> list[complex]:
    return [a**0, a**1, a**2, a**3, a**7, pow(a, 4), a**2.0]


@compile()
def negative_power(a: complex, exponent: int) -> complex:
    return a**exponent


@compile()
def with_reals(a: complex, i: int, f: float, flag: bool) -> list[complex]:
    return [a + i, i + a, a - f, f - a, a * i, f * a, a + flag, flag - a, a / 2, 1 + 2j * a, a + 0.5, 3 * a]


@compile()
def real_by(i: int, a: complex) -> list[complex]:
    return [i / a, 2.0 / a, i**a, 2.5**a]


@compile()
def absolute(a: complex) -> float:
    return abs(a)


@compile()
def parts(a: complex) -> tuple[float, float, bool, bool]:
    return a.real, a.imag, bool(a), not a


@compile()
def compared(a: complex, b: complex, i: int, f: float) -> list[bool]:
    return [a == b, a != b, a == i, i == a, a == f, f != a, a == True, a in [b, 1j], i in [a], a is None]  # noqa: E712


@compile()
def summed(items: list[complex], start: complex) -> tuple[complex | int, complex, complex]:
    total = 0j
    for item in items:
        total += item * 2
    return sum(items), sum(items, start), total


@compile()
def hashed(items: list[complex], number: int, real: float) -> tuple[list[complex], bool, bool, dict[complex, int]]:
    seen = set(items)
    table = {item: place for place, item in enumerate(items)}
    return sorted(seen, key=lambda z: (z.real, z.imag)), number in seen, real in seen, table


@compile()
def made(a: float, b: float, z: complex, w: complex) -> list[complex]:
    return [complex(), complex(a), complex(a, b), complex(z), complex(z, w), complex(a, z), complex(z, b), complex(imag=a), complex(real=a, imag=b), 1j, 0j, -1j, 2.5e3j]


def rotate(z: complex, turns: int) -> complex:
    for _ in range(turns):
        z *= 1j
    return z


@compile()
def mandelbrot(c: complex, most: int) -> tuple[int, complex]:
    z = rotate(0j, 1)
    for count in range(most):
        if abs(z) > 2:
            return count, z
        z = z * z + c
    return most, z


@compile()
def optional(z: complex | None, numbers: list[complex | int]) -> list[str]:
    return [repr(z), repr(numbers), "none" if z is None else str(z.real)]


inf, nan = float("inf"), float("nan")
NUMBERS = [0j, 1 + 0j, 1j, -1 - 1j, 3 - 4j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), 1e200 + 1e200j, 1e-200 - 1e-300j,
           complex(inf, 0), complex(0, -inf), complex(nan, 1), complex(inf, nan), 0.1 + 0.2j]  # fmt: skip
TOLERANCE = 1e-14
#: A last digit of an angle, times an exponent of 200.
OTHER_LIBM = 1e-13
CASES = {
    "four": [(a, b) for a in NUMBERS for b in NUMBERS],
    "divided": [(a, b) for a in NUMBERS for b in NUMBERS],
    "powers": [(a, b) for a in NUMBERS[:5] + NUMBERS[8:10] + NUMBERS[-1:] for b in (0j, 1j, 2 + 0j, -2 + 0j, 0.5 + 0j, 1 + 1j, -1 + 0.5j, 101 + 0j, 200 + 0j)],
    "small_powers": [(a,) for a in NUMBERS],
    "negative_power": [(a, exponent) for a in NUMBERS for exponent in (-1, -3, 0, 100, 101, -101)],
    "with_reals": [(a, i, f, flag) for a in NUMBERS for i, f, flag in ((0, -0.0, False), (2**53 + 1, 0.1, True), (-3, inf, True))],
    "real_by": [(1, 1j), (0, 2 + 0j), (0, 0j), (0, 1j), (3, 1 + 1j), (-2, 0.5 + 0j)],
    "absolute": [(a,) for a in NUMBERS] + [(1e308 + 1e308j,), (complex(nan, inf),), (complex(nan, nan),), (3 + 4j,)],
    "parts": [(a,) for a in NUMBERS],
    "compared": [(1 + 0j, 1 + 0j, 1, 1.0), (1j, 1j, 0, 0.0), (complex(2**53, 0), 0j, 2**53 + 1, 2.0**53), (complex(nan, 0), complex(nan, 0), 0, nan),
                 (0j, complex(-0.0, -0.0), 0, -0.0)],
    "summed": [([], 1j), ([1j, 2 + 0j], 0j), ([complex(-0.0, -0.0)], complex(-0.0, 0.0)), ([0.1 + 0.1j] * 10, 0.5 + 0j)],
    "hashed": [([], 0, 0.0), ([1 + 0j, 1j, 1 + 0j, 2j], 1, 2.0), ([0j, complex(-0.0, 0), 2 + 0j], 0, 2.0)],
    "made": [(1.5, -2.0, 1 + 2j, 3 + 4j), (-0.0, 0.0, complex(-0.0, -0.0), complex(0.0, -0.0)), (inf, nan, complex(inf, 1), complex(1, inf))],
    "mandelbrot": [(0j, 10), (1 + 1j, 10), (-0.75 + 0.1j, 40)],
    "optional": [(None, []), (1j, [1, 1j, 2]), (-0j, [0j])],
}  # fmt: skip
