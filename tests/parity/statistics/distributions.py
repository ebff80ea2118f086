"""`statistics.NormalDist`, `harmonic_mean` and `median_grouped`."""

from statistics import NormalDist, StatisticsError, harmonic_mean, median_grouped

from hotforge import compile


@compile()
def made(mu: float, sigma: float) -> list[float | str]:
    d = NormalDist(mu, sigma)
    return [repr(d), str(d), d.mean, d.median, d.mode, d.stdev, d.variance]


@compile()
def standard() -> str:
    return f"{NormalDist()} {NormalDist(sigma=2)} {NormalDist(1) == NormalDist(1.0, 1)} {len({NormalDist(), NormalDist(0, 1)})}"


@compile()
def densities(mu: float, sigma: float, x: float) -> list[float]:
    d = NormalDist(mu, sigma)
    return [d.pdf(x), d.cdf(x), d.zscore(x)]


@compile()
def points(p: float) -> float:
    return NormalDist(10.0, 2.5).inv_cdf(p)


@compile()
def cut(mu: float, sigma: float, n: int) -> list[float]:
    return NormalDist(mu, sigma).quantiles(n)


@compile()
def overlapping(a: float, b: float, c: float, d: float) -> float:
    return NormalDist(a, b).overlap(NormalDist(c, d))


@compile()
def arithmetic(mu: float, sigma: float, number: float) -> list[str]:
    d = NormalDist(mu, sigma)
    other = NormalDist(1, 3)
    return [str(d + number), str(number + d), str(d - number), str(number - d), str(d * number), str(number * d), str(-d), str(+d), str(d + other), str(d - other), str(d + 1), str(d / number)]


@compile()
def of_floats(data: list[float]) -> str:
    return repr(NormalDist.from_samples(data))


@compile()
def of_ints(data: list[int]) -> str:
    return repr(NormalDist.from_samples(data))


@compile()
def harmonic_ints(data: list[int]) -> int | float:
    return harmonic_mean(data)


@compile()
def harmonic_floats(data: list[float]) -> int | float:
    return harmonic_mean(data)


@compile()
def harmonic_weighted(data: list[float], weights: list[float]) -> int | float:
    return harmonic_mean(data, weights=weights)


@compile()
def grouped(data: list[int], interval: float) -> float:
    return median_grouped(data, interval=interval)


@compile()
def caught(sigma: float) -> str:
    try:
        return repr(NormalDist(0, sigma))
    except StatisticsError as error:
        return f"refused: {error}"


TOLERANCE = "2 ulp"
CASES = {
    "made": [(0.0, 1.0), (-2.5, 0.0), (1e300, 1e300), (0.0, -1.0), (float("nan"), float("inf"))],
    "standard": [()],
    "densities": [(0.0, 1.0, 0.5), (100.0, 15.0, 130.0), (0.0, 0.0, 1.0), (0.0, 1.0, -40.0), (1.0, 2.0, float("inf"))],
    "points": [(p,) for p in [0.5, 0.9, 0.01, 1e-10, 1e-300, 0.99999, 0.075, 0.925, 0.0, 1.0, -1.0, 2.0]],
    "cut": [(0.0, 1.0, 4), (5.0, 2.0, 10), (0.0, 1.0, 1), (0.0, 0.0, 4), (0.0, 1.0, 0)],
    "overlapping": [(2.4, 1.6, 3.2, 2.0), (0.0, 1.0, 0.0, 1.0), (0.0, 1.0, 5.0, 1.0), (0.0, 0.0, 1.0, 1.0), (3.0, 2.0, 1.0, 0.5)],
    "arithmetic": [(0.0, 1.0, 2.0), (5.0, 2.0, -3.0), (1.0, 1.0, 0.0), (0.1, 0.2, 0.3)],
    "of_floats": [([1.0, 2.0, 4.0],), ([0.1] * 10,), ([1.0],), ([],), ([float("inf"), 1.0],)],
    "of_ints": [([1, 2, 4],), ([2**62, -(2**62), 7],), ([1],)],
    "harmonic_ints": [([40, 60],), ([5],), ([0, 1],), ([-1, 2],), ([-1],), ([],), ([1, 2, 3, 7, 2**60],), ([0, -1],), ([-1, 0],)],
    "harmonic_floats": [([2.5, 3.0, 10.0],), ([5.5],), ([0.0, 1.0],), ([-0.0],), ([-1.0, 2.0],), ([],), ([float("inf"), 1.0],), ([float("nan"), 1.0],), ([1e-310, 1.0],)],
    "harmonic_weighted": [([40.0, 60.0], [5.0, 30.0]), ([1.0], [1.0, 2.0]), ([1.0, 2.0], [0.0, 0.0]), ([1.0, 2.0], [-1.0, 2.0]), ([0.0, 2.0], [0.0, 2.0]), ([0.0, 2.0], [1.0, 2.0]), ([], []), ([3.0], [2.0])],
    "grouped": [([1, 2, 2, 3, 4, 4, 4, 4, 4, 5], 1.0), ([52, 52, 53, 54], 1.0), ([1], 2.0), ([], 1.0), ([25, 35, 35, 45], 10.0), ([3, 1, 2], 0.0)],
    "caught": [(1.0,), (-1.0,)],
}  # fmt: skip
