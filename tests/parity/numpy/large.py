"""Arrays so large that threads share them: cut into parts, whatever their layout, they give what they give whole."""

import numpy as np

from hotforge import compile

TOLERANCE = 1e-6


def numbers(count: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Numbers of both signs, many of them equal."""
    return (np.arange(count) * 7919 % 10007 - 5000) / 64.0


@compile()
def chain_of_layouts(rows: int, columns: int) -> list[list[float]]:
    a = numbers(rows * columns).reshape(columns, rows).T
    row = numbers(columns)
    column = numbers(rows).reshape(-1, 1)
    return (a * 2.0 - row + column / 3.0)[::37, ::41].tolist()


@compile()
def stored_in_views(rows: int, columns: int) -> list[list[float]]:
    a = numbers(rows * columns).reshape(rows, columns)
    a[::2, 1:] += numbers(columns - 1)
    a.T[1::3] = a.T[::3][: len(a.T[1::3])] * 0.5
    a[::-1] *= 2.0
    return a[::29, ::31].tolist()


@compile()
def stored_where_elements_meet(count: int) -> list[float]:
    a = numbers(count)
    a[1:] = a[:-1] + a[1:]
    return a[::499].tolist()


@compile()
def narrow_results(count: int) -> list[int]:
    a = np.arange(count)
    return (a.astype(np.uint8) + a.astype(np.int16) * 3)[::501].tolist()


@compile()
def sums(planes: int, rows: int, columns: int) -> list[float]:
    a = numbers(planes * rows * columns).reshape(planes, rows, columns)
    found = [float(a.sum()), float(a.mean()), float((a * a).sum()), float(a[:, ::2].sum())]
    found += a.sum(axis=0)[::17, ::13].ravel().tolist()
    found += a.mean(axis=1)[:, ::19].ravel().tolist()
    found += a.sum(axis=2)[:, ::11].ravel().tolist()
    found += (a + 1.0).sum(axis=(1, 2)).tolist()
    found += a.std(axis=-1)[:, ::23].ravel().tolist()
    return found


@compile()
def single_sums(rows: int, columns: int) -> list[float]:
    a = numbers(rows * columns).astype(np.float32).reshape(rows, columns)
    return [float(a.sum()), *a.sum(axis=0)[::37].tolist(), *a.sum(axis=1)[::41].tolist()]


@compile()
def extremes(rows: int, columns: int, nan: bool) -> tuple[list[float], list[int]]:
    a = numbers(rows * columns).reshape(rows, columns)
    if nan:
        a[1::50, columns // 2] = np.nan
    values = [float(a.max()), float(a.min()), float((a + 1.0).max())]
    values += a.max(axis=1)[::17].tolist() + a.min(axis=0)[::17].tolist() + a.T.max(axis=0)[::17].tolist()
    places = [int(a.argmax()), int(a.argmin()), int(a[::-1].argmax())]
    places += a.argmax(axis=1)[::17].tolist() + a.argmin(axis=0)[::17].tolist() + a.T.argmin(axis=0)[::17].tolist()
    return values, places


@compile()
def short_rows(rows: int, columns: int) -> tuple[list[int], list[int], list[float]]:
    a = numbers(rows * columns).reshape(rows, columns)
    return a.argmax(axis=1).tolist(), a.argmin(axis=1).tolist(), a.max(axis=1).tolist()


@compile()
def sorted_elements(count: int) -> tuple[list[float], list[float], list[int], list[int]]:
    a = numbers(count)
    a[::1001] = np.nan
    singles = np.sort(a.astype(np.float32))[::499].tolist()
    integers = np.sort(np.arange(count) * 7919 % 10007 - 5000)[::499].tolist()
    return np.sort(a)[::499].tolist(), singles, integers, np.argsort(a, kind="stable")[::499].tolist()


@compile()
def lanes(rows: int, columns: int) -> list[float]:
    a = numbers(rows * columns).reshape(rows, columns)
    found = np.sort(a, axis=0)[::31, ::37].ravel().tolist()
    found += np.cumsum(a, axis=1)[::31, ::37].ravel().tolist()
    found += np.diff(a, axis=0)[::31, ::37].ravel().tolist()
    return found


@compile()
def products(rows: int, inner: int, columns: int) -> list[float]:
    a = numbers(rows * inner).reshape(rows, inner)
    b = numbers(inner * columns).reshape(inner, columns)
    found = (a @ b)[::31, ::37].ravel().tolist()
    found += (a @ b[:, 0])[::31].tolist()
    stack = a[: rows // 4 * 4].reshape(rows // 4, 4, inner)
    found += (stack @ b[:, :5])[::17].ravel().tolist()
    return found


CASES = {
    "chain_of_layouts": [(300, 400), (7, 20_000), (20_000, 7)],
    "stored_in_views": [(301, 402), (40_000, 3)],
    "stored_where_elements_meet": [(100_000,)],
    "narrow_results": [(100_000,)],
    "sums": [(3, 200, 300), (300, 20, 30), (2, 3, 30_000)],
    "single_sums": [(300, 400), (20_000, 9)],
    "extremes": [(300, 400, False), (300, 400, True), (3, 40_000, False), (3, 40_000, True)],
    "short_rows": [(300, 1), (300, 7), (300, 16), (300, 17), (200, 96), (100, 100)],
    "sorted_elements": [(100_000,), (70_001,)],
    "lanes": [(300, 400), (5, 30_000)],
    "products": [(300, 200, 250), (1001, 33, 50)],
}
