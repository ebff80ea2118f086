"""Distributions: the same operations in the same order as in CPython."""

from random import Random

from hotforge import compile

TOLERANCE = "2 ulp"


@compile()
def normal(seed: int, n: int) -> list[float]:
    g = Random(seed)
    out = [g.gauss(10.0, 2.5) for _ in range(n)]
    out += [g.gauss() for _ in range(n)]
    out += [g.normalvariate(0.0, 1.0) for _ in range(n)]
    return out + [g.lognormvariate(0.5, 0.25) for _ in range(n)]


@compile()
def flat(seed: int, a: float, b: float) -> list[float]:
    g = Random(seed)
    return [g.uniform(a, b), g.triangular(a, b, (a + b) / 3), g.triangular(a, b), g.triangular()]


@compile()
def waiting(seed: int, rate: float) -> list[float]:
    g = Random(seed)
    return [g.expovariate(rate), g.paretovariate(rate), g.weibullvariate(1.5, rate)]


@compile()
def shaped(seed: int, alpha: float, beta: float) -> list[float]:
    g = Random(seed)
    return [g.gammavariate(alpha, beta), g.betavariate(alpha, beta), g.gammavariate(1.0, beta), g.vonmisesvariate(alpha, beta)]


CASES = {
    "normal": [(42, 5), (1, 1), (7, 40)],
    "flat": [(42, 1.0, 9.0), (1, -5.0, -5.0), (3, 5.0, 1.0)],
    "waiting": [(42, 1.5), (1, 0.01), (2, 0.0)],
    "shaped": [(42, 2.0, 3.0), (1, 0.5, 0.5), (2, -1.0, 1.0), (3, 10.0, 1e-7)],
}
