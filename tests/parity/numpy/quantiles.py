"""`quantile` and its kin by each of numpy's methods."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
Tiny = np.ndarray[tuple[int], np.dtype[np.int8]]
Single = np.ndarray[tuple[int], np.dtype[np.float32]]

TOLERANCE = 1e-14


@compile()
def between(x: Vector, q: float) -> list[str]:
    return [
        repr(np.quantile(x, q, method="averaged_inverted_cdf")),
        repr(np.quantile(x, q, method="interpolated_inverted_cdf")),
        repr(np.quantile(x, q, method="hazen")),
        repr(np.quantile(x, q, method="weibull")),
        repr(np.quantile(x, q, method="linear")),
        repr(np.quantile(x, q, method="median_unbiased")),
        repr(np.quantile(x, q, method="normal_unbiased")),
        repr(np.quantile(x, q, method="midpoint")),
    ]


@compile()
def elements(x: Vector, q: float) -> list[str]:
    return [
        repr(np.quantile(x, q, method="inverted_cdf")),
        repr(np.quantile(x, q, method="closest_observation")),
        repr(np.quantile(x, q, method="lower")),
        repr(np.quantile(x, q, method="higher")),
        repr(np.quantile(x, q, method="nearest")),
    ]


@compile()
def of_ints(x: Ints, q: float) -> list[str]:
    return [
        repr(np.percentile(x, q, method="inverted_cdf")),
        repr(np.percentile(x, q, method="closest_observation")),
        repr(np.percentile(x, q, method="lower")),
        repr(np.percentile(x, q, method="higher")),
        repr(np.percentile(x, q, method="nearest")),
        repr(np.percentile(x, q, method="hazen")),
        repr(np.percentile(x, q, method="midpoint")),
    ]


@compile()
def of_no_ints(x: Ints) -> float:
    return float(np.quantile(x, 0.3, method="hazen"))


@compile()
def of_tiny(x: Tiny, q: Vector) -> tuple[Tiny, Vector, str]:
    return np.quantile(x, q, method="higher"), np.quantile(x, q, method="weibull"), repr(np.quantile(x, 0.3, method="hazen"))


@compile()
def of_singles(x: Single) -> tuple[Single, Vector, str]:
    shares = [0.0, 0.3, 0.5, 1.0]
    return np.quantile(x, shares, method="lower"), np.quantile(x, shares, method="hazen"), repr(np.quantile(x, 0.3, method="weibull"))


@compile()
def along(x: Matrix, q: float) -> tuple[Vector, Matrix, Vector, Matrix]:
    return (
        np.quantile(x, q, axis=0, method="higher"),
        np.quantile(x, q, axis=1, keepdims=True, method="normal_unbiased"),
        np.nanquantile(x, q, axis=0, method="nearest"),
        np.nanpercentile(x, [q * 100, 50], axis=1, method="midpoint"),
    )


@compile()
def ends(x: Ints) -> tuple[str, str, Ints, str]:
    return repr(np.quantile(x, 0)), repr(np.quantile(x, 1)), np.quantile(x, [0, 1]), repr(np.nanquantile(x, 1))


X = np.array([3.0, -1.5, 8.25, 0.0, -0.0, 1e300])
SHARES = [0.0, 0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 1.0]
NANS = np.array([[1.0, np.nan, 3.0], [4.0, 2.5, np.inf], [-np.inf, 0.0, 7.0]])
CASES = {
    "between": [(x, q) for x in [X, X[::-2], X[:1], X[:2], np.array([np.inf, 1.0, 2.0])] for q in SHARES] + [(NANS[0], 0.5), (X, 1.5), (X, -0.1), (X[:0], 0.5)],
    "elements": [(x, q) for x in [X, X[::-2], X[:1], X[:2]] for q in SHARES] + [(NANS[0], 0.5), (X, 1.5), (X, float("nan")), (X[:0], 0.5)],
    "of_ints": [(np.array(x), q) for x in [[5], [2, 1], [7, -3, 7, 0], [2**62, -(2**62)]] for q in [0.0, 12.5, 50.0, 62.5, 100.0, 101.0]] + [(np.zeros(0, dtype=np.int64), 50.0)],
    "of_no_ints": [(np.zeros(0, dtype=np.int64),)],
    "of_tiny": [(np.array([-100, 120], dtype=np.int8), np.array([0.3, 0.5])), (np.array([1, 2, 3], dtype=np.int8), np.zeros(0))],
    "of_singles": [(np.array(x, dtype=np.float32),) for x in [[1.5, 2.25, -7.0], [0.1], [np.nan, 1.0]]],
    "along": [(NANS, q) for q in [0.0, 0.3, 0.5, 1.0]] + [(NANS[:0], 0.5), (NANS[:, :0], 0.5)],
    "ends": [(np.array([3, 1, 2]),)],
}
