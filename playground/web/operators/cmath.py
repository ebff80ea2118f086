import cmath
from hotforge import compile


@compile()
def roots(b: float, c: float) -> tuple[complex, complex]:
    root = cmath.sqrt(b * b - 4 * c)
    return (-b + root) / 2, (-b - root) / 2
