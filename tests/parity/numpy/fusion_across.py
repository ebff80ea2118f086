"""Chains across statements: a variable that one later chain reads is never made. And the greatest, the least and the truth of chains."""

import numpy as np

from hotforge import compile

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
Singles = np.ndarray[tuple[int], np.dtype[np.float32]]
Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@compile()
def through_three(x: Floats, y: Floats) -> Floats:
    a = x * 2.0 - 1.0
    b = a / (y + 3.0)
    c = b * b + y
    return c - 0.5


@compile()
def in_the_other_order(x: Floats, y: Floats) -> Floats:
    late = x * 3.0
    early = y - x
    return early / late + early * 0.0


@compile()
def written_between(x: Floats) -> list[np.ndarray]:
    a = x.copy()
    b = a * 2.0
    a[0] = 100.0
    c = b + 1.0
    return [a, c]


@compile()
def written_through_a_view(x: Floats) -> Floats:
    a = x.copy()
    part = a[1:]
    b = a * 2.0
    part += 1000.0
    return b + a


@compile()
def bound_between(x: Floats, y: Floats) -> Floats:
    a = x * 2.0
    x = y + 1.0
    return a - x * 2.0


@compile()
def number_bound_between(x: Floats, n: float) -> Floats:
    a = x * n
    n = n + 1.0
    return a + n


@compile()
def read_by_others(m: Matrix, x: Floats) -> list[object]:
    a = x * 2.0
    b = x - 1.0
    c = x + 0.5
    d = x / 4.0
    e = m * 2.0
    f = x * 8.0
    g = x * -1.0
    return [np.sort(a), b.tolist(), c[1:], len(d), e.T, float(f.sum()), g]


@compile()
def stretched_later(m: Matrix, x: Floats) -> list[np.ndarray]:
    row = x * 2.0 + 1.0
    column = m[:, :1] * 3.0
    scaled = m - 0.5
    return [(scaled - row) * column]


@compile()
def of_sums(m: Matrix) -> Matrix:
    squares = m * m
    lengths = np.sqrt(squares.sum(axis=1, keepdims=True) + 1.0)
    centred = m - m.mean(axis=0)
    return centred / lengths


@compile()
def raises_in_order(a: Floats, b: Floats, c: Floats, place: int) -> str:
    try:
        total = a + b
        first = c[place] * 2.0
        return str((total * first).tolist())
    except (ValueError, IndexError) as error:
        return f"{type(error).__name__}: {error}"


@compile()
def raises_where_it_is_read(a: Floats, b: Floats) -> Floats:
    double = a * 2.0
    return double - b


@compile()
def in_loops(x: Floats, times: int) -> list[np.ndarray]:
    outside = x * 2.0
    kept = x.copy()
    for _ in range(times):
        inside = kept * 0.5
        step = inside + 1.0
        kept = step - x
    for _ in range(times):
        kept = kept + outside
    return [kept]


@compile()
def in_branches(x: Floats, flag: bool) -> Floats:
    a = x * 2.0
    b = a + 1.0 if flag else x - 1.0
    c = b * 3.0
    if flag:
        return c - 1.0
    return c


@compile()
def of_other_dtypes(i: Ints, f: Singles) -> list[np.ndarray]:
    tripled = i * 3
    half = tripled / 2
    single = f * np.float32(0.1)
    wide = single.astype(np.float64)
    small = i.astype(np.uint8) + np.uint8(200)
    is_large = i > 2
    return [half + 1.0, wide * 3.0, small * np.uint8(2), np.where(is_large, i, -i)]


@compile()
def of_many(a: Floats, b: Floats, c: Floats, d: Floats, e: Floats) -> Floats:
    p = a * b + c * d + e
    q = a - b - c - d - e
    r = a[::-1] + b[::-1] + c[::-1]
    return p * q + r * 2.0


@compile()
def of_functions(x: Floats) -> list[np.ndarray]:
    inner = x * 0.5
    outer = np.exp(-inner)
    scaled = outer * 2.0
    turned = np.tanh(scaled - 1.0)
    return [turned + 1.0]


@compile()
def into_parts(m: Matrix) -> Matrix:
    across = m[1:-1, 2:] - 2.0 * m[1:-1, 1:-1]
    down = m[2:, 1:-1] + m[:-2, 1:-1]
    m[1:-1, 1:-1] = m[1:-1, 1:-1] + 0.1 * (across - down)
    shifted = m[:-1] * 2.0
    m[1:] += shifted - 1.0
    return m


@compile()
def names_with_numbers(array: Floats, shape: Floats) -> Floats:
    array_1 = array * 2.0
    shape_1 = shape - 1.0
    number = 3.0
    number_1 = shape_1 * number
    return array_1 - number_1 / number


@compile()
def masks(x: Floats, least: float) -> list[np.ndarray]:
    shifted = x - least
    is_in = (shifted > 0.0) & (shifted < 10.0)
    is_far = np.abs(x) * 2.0 > least
    return [x[is_in], x[is_far & (x == x)]]


@compile()
def extremes(x: Floats) -> list[float]:
    return [
        float(np.max(x * 2.0 - 1.0)),
        float((x - x[0]).min()),
        float(np.abs(x - 1.0).max()),
        float(np.min(np.where(x > 0.0, x, 1e9))),
        float((x[::-1] * 2.0).max()),
    ]


@compile()
def extremes_of_rows(m: Matrix) -> list[np.ndarray]:
    return [
        np.max(m * 2.0, axis=1),
        (m - 1.0).min(axis=-1, keepdims=True),
        np.max(m * 2.0, axis=0),
        (m * m).max(axis=(0, 1), keepdims=True),
        (m.T + 1.0).max(axis=1),
    ]


@compile()
def truths(x: Floats, y: Floats) -> list[bool]:
    return [
        bool(np.any(x > y)),
        bool(np.all(x <= y + 100.0)),
        bool((x == y).all()),
        bool(np.any(np.isnan(x - y))),
        bool(np.all(np.isfinite(x * y))),
    ]


@compile()
def truths_of_rows(m: Matrix, least: float) -> list[np.ndarray]:
    return [np.any(m > least, axis=1), np.all(m > least, axis=0), (m * 2.0 > least).all(axis=1, keepdims=True), np.count_nonzero(m > least, axis=1)]


@compile()
def counts(x: Floats, i: Ints) -> list[int]:
    return [int(np.count_nonzero(x > 0.5)), int((i % 3 == 0).sum()), int(np.max(i * 2 - 1)), int(np.min(-i)), int(np.count_nonzero(i - 1))]


TOLERANCE = 1e-12

LONG = np.arange(1500) * 37 % 101 / 7.0 - 5.0
SPECIAL = np.array([0.0, -0.0, 1.0, np.inf, -np.inf, np.nan, 1e308, 5e-324])
GRID = (np.arange(60.0) * 29 % 17).reshape(6, 10)
WIDE = (np.arange(3 * 700) * 53 % 97 / 3.0).reshape(3, 700)
WITH_NAN = np.where(GRID == 5.0, np.nan, GRID)
PAIRS = [(LONG, LONG[::-1]), (SPECIAL, SPECIAL[::-1]), (np.zeros(0), np.zeros(0)), (np.ones(3), np.ones(1)), (np.ones(2), np.ones(3))]

CASES = {
    "through_three": PAIRS,
    "in_the_other_order": PAIRS,
    "written_between": [(LONG,), (np.ones(1),)],
    "written_through_a_view": [(LONG,), (np.ones(1),)],
    "bound_between": PAIRS,
    "number_bound_between": [(LONG, 2.5), (SPECIAL, -0.0)],
    "read_by_others": [(GRID, LONG), (np.zeros((0, 3)), np.zeros(0))],
    "stretched_later": [(GRID, np.arange(10.0)), (GRID, np.ones(1)), (GRID[:1], np.arange(10.0)), (GRID, np.ones(4))],
    "of_sums": [(GRID,), (WIDE,), (WITH_NAN,)],
    "raises_in_order": [
        (np.ones(2), np.ones(3), np.ones(2), 5), (np.ones(2), np.ones(2), np.ones(2), 5), (np.ones(2), np.ones(3), np.ones(2), 0),
        (np.ones(3), np.ones(3), np.ones(2), -1),
    ],
    "raises_where_it_is_read": PAIRS,
    "in_loops": [(LONG, 3), (SPECIAL, 2), (np.ones(2), 0)],
    "in_branches": [(LONG, True), (LONG, False), (SPECIAL, True)],
    "of_other_dtypes": [(np.arange(9) - 4, np.arange(9, dtype=np.float32) / 3), (np.zeros(0, int), np.zeros(0, np.float32))],
    "of_many": [tuple(LONG + n for n in range(5)), (SPECIAL,) * 5],
    "of_functions": [(LONG,), (SPECIAL,), (np.zeros(0),)],
    "into_parts": [(GRID,), (WITH_NAN,), (np.ones((2, 2)),)],
    "names_with_numbers": PAIRS[:3],
    "masks": [(LONG, 1.5), (SPECIAL, 0.0), (np.zeros(0), 0.0)],
    "extremes": [(LONG,), (SPECIAL,), (SPECIAL[:5],), (np.where(LONG == LONG[700], np.nan, LONG),), (np.ones(1),), (np.zeros(0),)],
    "extremes_of_rows": [(GRID,), (WIDE,), (WITH_NAN,), (np.ones((1, 1)),), (np.zeros((2, 0)),)],
    "truths": PAIRS,
    "truths_of_rows": [(GRID, 3.0), (WIDE, 5.0), (WITH_NAN, -1.0), (np.zeros((0, 4)), 0.0), (np.zeros((2, 0)), 0.0)],
    "counts": [(LONG, np.arange(1000)), (SPECIAL, np.array([2**62, -(2**62)])), (np.ones(1), np.zeros(1, int))],
}
