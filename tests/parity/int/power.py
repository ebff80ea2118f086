"""Powers of ints: a negative exponent gives a float, so the exponent's sign has to be known."""

from hotforge import compile


@compile()
def square(a: int) -> int:
    return a**2


@compile()
def inverse(a: int) -> float:
    return a**-1


@compile()
def modular(base: int, exponent: int, modulus: int) -> int:
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


@compile()
def of_floats(a: float, b: float) -> float:
    return a**b


CASES = {
    "square": [(0,), (-3,), (3037000499,)],
    "inverse": [(2,), (-4,), (0,)],
    "modular": [(3, 200, 13), (2, 10, 1000), (7, 0, 5), (5, 3, 0)],
    "of_floats": [(2.0, 0.5), (0.0, 0.0), (0.0, -1.0), (2.0, -2.0), (1e200, 2.0)],
}
