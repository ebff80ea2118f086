"""Averages and spreads: rational arithmetic, so ints stay ints and floats are rounded once."""

import statistics
from statistics import fmean, mean, median, median_high, median_low, mode, multimode, pstdev, pvariance, quantiles, stdev, variance

from hotforge import compile


@compile()
def of_ints(items: list[int]) -> list[str]:
    return [repr(mean(items)), repr(fmean(items)), repr(median(items)), repr(pvariance(items)), repr(pstdev(items)), repr(median_low(items)), repr(median_high(items))]


@compile()
def of_floats(items: list[float]) -> list[float]:
    return [mean(items), fmean(items), median(items), pvariance(items), median_low(items), median_high(items)]


@compile()
def deviations(items: list[float]) -> list[float]:
    return [stdev(items), pstdev(items), variance(items)]


@compile()
def int_deviations(items: list[int]) -> list[str]:
    return [repr(stdev(items)), repr(variance(items))]


@compile()
def common(words: list[str]) -> tuple[list[str], str]:
    return multimode(words), mode(words)


@compile()
def cut(items: list[int], n: int, method: str) -> list[float]:
    return quantiles(items, n=n, method=method)


@compile()
def cut_floats(items: list[float], n: int) -> list[float]:
    return quantiles(items, n=n) + quantiles(items, n=n, method="inclusive")


@compile()
def related(x: list[float], y: list[float]) -> list[float]:
    return [statistics.covariance(x, y), statistics.correlation(x, y)]


@compile()
def weighted(x: list[float], w: list[int]) -> float:
    return fmean(x, w)


@compile()
def geometric(x: list[float]) -> float:
    return statistics.geometric_mean(x)


@compile()
def of_iterator(n: int) -> float:
    return mean(x / 3 for x in range(n))


CASES = {
    "of_ints": [([1, 2, 3],), ([1, 2],), ([],), ([2**62, 2**62, 2**62],), ([-5],), ([1, 2, 4, 4],), ([2**63 - 1, 2**63 - 1],), ([3, 1, 2, 10],)],
    "of_floats": [([0.1, 0.2, 0.3],), ([1e308, 1e308],), ([1e16, 1.0, -1e16],), ([],), ([float("inf"), 1.0],), ([5e-324, 0.0],), ([float("inf"), float("-inf")],), ([1.5],)],
    "deviations": [([1.5, 2.5, 4.0],), ([1.0],), ([],), ([0.1, 0.1, 0.1],), ([1e-200, 3e-200],), ([float("inf"), 1.0],), ([1e150, -1e150, 5.0],)],
    "int_deviations": [([1, 2, 3, 4],), ([5, 5],), ([1],), ([0, 2],)],
    "common": [(["a", "b", "a", "b", "c"],), (["x"],), ([],)],
    "cut": [([1, 2, 3, 4, 5], 4, "exclusive"), ([1, 2, 3, 4, 5], 10, "inclusive"), ([1, 2], 0, "exclusive"), ([1], 4, "inclusive"), ([1, 2], 2, "other"), ([2**62, 2**63 - 1, 5], 3, "exclusive"), ([1, 2], 1, "inclusive")],
    "cut_floats": [([0.1, 5.0, 2.5, 9.75], 4), ([1.0, 2.0], 7)],
    "related": [([1.0, 2.0, 3.0], [1.5, 3.5, 4.0]), ([1.0], [2.0]), ([1.0, 2.0], [1.0]), ([1.0, 1.0], [2.0, 3.0])],
    "weighted": [([1.0, 2.0], [3, 1]), ([1.0], [0]), ([1.0], [1, 2]), ([], [])],
    "geometric": [([1.0, 4.0],), ([],), ([0.0, 1.0],), ([-1.0],)],
    "of_iterator": [(5,), (0,)],
}
