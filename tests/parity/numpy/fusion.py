"""Chains of elementwise functions, which become one loop: what stands between them must be as if it were there."""

import numpy as np

from hotforge import compile

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
Singles = np.ndarray[tuple[int], np.dtype[np.float32]]
Halves = np.ndarray[tuple[int], np.dtype[np.float16]]
Ints = np.ndarray[tuple[int], np.dtype[np.int64]]
Bytes = np.ndarray[tuple[int], np.dtype[np.uint8]]
Signed = np.ndarray[tuple[int], np.dtype[np.int8]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Cube = np.ndarray[tuple[int, int, int], np.dtype[np.float64]]


@compile()
def horner(x: Floats) -> Floats:
    return ((0.5 * x - 1.5) * x + 2.0) * x - 3.0


@compile()
def broadcast_in_the_middle(a: Floats, b: Floats, c: Floats) -> Floats:
    return (a + b) * 2.0 - c * a


@compile()
def which_error_comes_first(a: Floats, b: Floats, c: Floats, d: Floats) -> str:
    try:
        return str(((a + b) * (c + d)).shape)
    except ValueError as error:
        return str(error)


@compile()
def error_of_three(condition: Floats, a: Floats, b: Floats) -> Floats:
    return np.where(condition > 0.0, a * 2.0, 7.0) + np.clip(a + 1.0, b, 3.0)


@compile()
def effects_in_order(a: Floats, b: Floats, log: list[str]) -> Floats:
    def noted(x: Floats, name: str) -> Floats:
        log.append(name)
        return x

    return noted(a, "a") + noted(b, "b") * noted(a, "again") - 1.0


@compile()
def changed_by_an_operand(a: Floats) -> Floats:
    def doubled(x: Floats) -> Floats:
        x *= 2.0
        return x

    return (a + 1.0) * doubled(a) + a


@compile()
def wraps(x: Bytes, y: Signed) -> list[np.ndarray]:
    return [x + x - 200, x * x * x, (y - 100) * 3, -y * y, np.absolute(y + 0) - y]


@compile()
def by_zero(x: Ints, y: Ints) -> list[np.ndarray]:
    return [(x // y) + (x % y), (x + 1) // (y * 0), (x - x) / (y * 1.0)]


@compile()
def rounded_at_each_step(x: Singles, y: Halves) -> list[np.ndarray]:
    return [x * x * x - x, (y * y + y) / y, x + y * y, (x * 1e30) * 1e30 / 1e30]


@compile()
def mixed(i: Ints, b: Bytes, f: Singles) -> list[np.ndarray]:
    return [
        i * f + b,
        (b + np.float32(1.5)) * f,
        np.where(i > 2, b, f) * 2,
        (i > b) & (f < 1.0),
        ~(i == 2) | (b != 3),
        (i * 2).astype(np.uint8) + b,
        (f * 100.0).astype(np.int8) - 1,
    ]


@compile()
def out_of_range(b: Bytes, n: int) -> Bytes:
    return b * 2 + n


@compile()
def beyond_comparison(b: Bytes, n: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return (b + 1 < n) | (b > 300)


@compile()
def specials(x: Floats) -> list[np.ndarray]:
    return [
        np.maximum(x * 2.0, 0.0) + 1.0,
        np.minimum(-x, x + 1.0) * -1.0,
        np.clip(x - 1.0, -1.0, 1.0) * 0.5,
        np.sqrt(x * x) - np.abs(x),
        np.isnan(x / x) | np.isinf(x * 1e308),
        np.sign(x) * -0.0,
        np.floor(x / 3.0) * np.ceil(x),
    ]


@compile()
def aliases(a: Floats) -> list[np.ndarray]:
    b = a
    c = (a + 1.0) * b
    b[0] = 100.0
    d = (a + 1.0) * b
    return [a, b, c, d]


@compile()
def views(m: Matrix) -> list[np.ndarray]:
    inner = m[1:-1, 1:-1]
    shifted = (m[1:-1, 2:] - inner * 2.0) + m[1:-1, :-2]
    inner[:] = shifted * 0.5 + inner
    return [m, shifted, m.T * 2.0 + m.T, m[::-1, ::-1] * 2.0 - m[::-1, ::-1], m[::2] + m[::2] * m[::2]]


@compile()
def used_later(x: Floats) -> list[np.ndarray]:
    y = x * 2.0
    z = (y + 1.0) * y
    w = (y - z) * 3.0
    return [x, y, z, w]


@compile()
def last_use(x: Floats) -> Floats:
    y = x * 2.0
    z = (y + 1.0) * 3.0
    kept = z
    w = (z - 1.0) / 2.0
    return w + kept * 2.0


@compile()
def last_use_of_a_view(x: Floats) -> list[np.ndarray]:
    y = x * 2.0
    part = y[1:]
    z = (part + 1.0) * 3.0
    return [z, y]


@compile()
def last_use_of_what_a_list_holds(x: Floats) -> list[np.ndarray]:
    held = [x * 2.0]
    y = held[0]
    z = (y + 1.0) * 3.0
    return [z, held[0]]


@compile()
def last_use_in_a_loop(x: Floats, times: int) -> Floats:
    y = x.copy()
    for _ in range(times):
        z = y * 0.5
        y = (z + 1.0) * y - z
    return y


@compile()
def does_not_write_to_its_argument(x: Floats) -> list[np.ndarray]:
    def shifted(y: Floats) -> Floats:
        return (y + 1.0) * 2.0

    return [shifted(x), shifted(shifted(x)), x]


@compile()
def rows_and_columns(m: Matrix, row: Floats, column: Matrix) -> list[np.ndarray]:
    return [
        (m - row) / (column + 1.0) * 2.0,
        (m - m.mean(axis=1, keepdims=True)) * m.max(axis=0) + 1.0,
        (column * row) + m,
        (row * row + 1.0) * column,
    ]


@compile()
def of_many_axes(c: Cube, row: Floats) -> list[np.ndarray]:
    return [c * row + c[:, ::-1] * 2.0, (c.transpose(2, 0, 1) + 1.0) * 2.0, (c[..., 0] - 1.0) * c[..., -1]]


@compile()
def of_no_axes(x: float, v: Floats) -> list[np.ndarray]:
    a = np.array(x)
    return [(v * a - 1.0) * a, v + a * v]


@compile()
def many_operands(a: Floats, b: Floats, c: Floats, d: Floats, e: Floats) -> Floats:
    return a * b + c * d + e * (a - b) + (a[::-1] + b[::-1] + c[::-1] + d[::-1] + e[::-1]) * 0.5


@compile()
def names_like_those_of_the_compiler(array: Floats, array_1: Floats, array_2: Floats) -> list[np.ndarray]:
    number_1 = array_1.shape[0]
    shape_1 = (array_2 - array_1) * number_1 + array
    array_of_1 = (array_2 + shape_1) * array_1 - (array - array_2[::-1]) / number_1
    return [shape_1, array_of_1]


@compile()
def in_place(x: Floats, y: Floats) -> list[np.ndarray]:
    z = x.copy()
    z += y * 2.0 - x
    z *= (z + 1.0) / 2.0
    z[1:] -= z[:-1] * 3.0 + 1.0
    z[::2] = (z[::2] + 1.0) * 2.0
    return [z]


@compile()
def stores_that_overlap(m: Matrix) -> Matrix:
    m[1:] = m[:-1] * 2.0 + 1.0
    m[:] = m * 0.5 - m
    m[:, 1:] = (m[:, :-1] + m[:, 1:]) * 0.5
    m[::-1] = m - 1.0
    m[:, ::-1] -= m * 2.0
    m[0] = m[-1] * 2.0 + m[0]
    m += m[::-1] * m
    return m


@compile()
def stores_of_other_dtypes(i: Ints, b: Bytes, f: Singles) -> list[np.ndarray]:
    a, c, d = i.copy(), b.copy(), f.copy()
    a[1:] = f[1:] * 2.5
    a[:1] += b[:1] * 2
    c[:] = i * 3 + 1
    d[:] = i * 0.1 + b
    d += i * np.float32(0.1)
    d *= b + 1
    return [a, c, d]


@compile()
def stores_that_stretch(m: Matrix, row: Floats, column: Matrix) -> list[np.ndarray]:
    a, b, c = m.copy(), m.copy(), m.copy()
    a[1:, :] = row * 2.0 + 1.0
    b[:] = (column - 1.0) * 3.0
    c += column * 2.0 - row
    return [a, b, c]


@compile()
def errors_of_stores(m: Matrix, row: Floats, other: Floats, last: int) -> str:
    try:
        m[1:, last] = m[1:, 0] * 2.0 + 1.0
        m[1:] = row * 2.0 + other
        return str(m.tolist())
    except (ValueError, IndexError) as error:
        return str(error)


@compile()
def read_only(data: bytes) -> list[str]:
    a = np.frombuffer(data, dtype=np.uint8)
    said: list[str] = []
    try:
        a[1:] = a[1:] * 2
    except ValueError as error:
        said.append(str(error))
    try:
        a += a * 2
    except ValueError as error:
        said.append(str(error))
    return said


@compile()
def sums(x: Floats, y: Singles) -> list[float]:
    return [
        float(np.sum(x * x)),
        float((x * 2.0 - 1.0).sum()),
        float(np.mean((x - 0.5) * x)),
        float(np.sum(y * y)),
        float((y * 3.0).mean()),
        float(np.sum(x[::-1] * x)),
        float(np.sum(x > 0.1 * x)),
    ]


@compile()
def sums_of_rows(m: Matrix) -> list[np.ndarray]:
    return [
        np.sum(m * m, axis=1),
        (m * m).sum(axis=-1, keepdims=True),
        np.mean(m * 0.5 - 1.0, axis=1, keepdims=True),
        np.sum(m * m, axis=0),
        np.mean(m * m, axis=0, keepdims=True),
        (m.T * 2.0).sum(axis=1),
        (m * m[0]).sum(axis=1),
    ]


@compile()
def sums_of_integers(i: Ints, b: Bytes) -> list[int]:
    return [int(np.sum(i * i)), int((b * b).sum()), int(np.sum(i * 2**62)), int((i > 2).sum())]


@compile()
def sums_of_many_axes(c: Cube) -> list[np.ndarray]:
    return [(c * c).sum(axis=2), (c * 2.0).sum(axis=(1, 2)), (c + 1.0).mean(axis=(0, 1)), (c - 1.0).sum(axis=1, keepdims=True)]


@compile()
def sums_along_no_axis(m: Matrix, axis: int) -> Floats:
    return (m * 2.0 + m).sum(axis=axis)


LONG = np.linspace(-3.0, 3.0, 1300)
LENGTHS = [0, 1, 7, 8, 9, 127, 128, 129, 136, 255, 257, 1000, 1300, 5001]
SHORT = np.array([1.0, -0.0, np.nan, np.inf, -np.inf, 0.0, 1e308, 5e-324])
EMPTY = np.zeros(0)
MATRIX = np.arange(35.0).reshape(5, 7) / 8.0
WIDE = np.arange(3 * 700.0).reshape(3, 700) / 64.0
CUBE = np.arange(60.0).reshape(4, 5, 3)

CASES = {
    "horner": [(LONG,), (SHORT,), (EMPTY,), (LONG[::-1],), (LONG[::3],)],
    "broadcast_in_the_middle": [
        (LONG, LONG[::-1], LONG),
        (np.ones(3), np.ones(1), np.ones(3)),
        (np.ones(3), np.ones(2), np.ones(3)),
        (np.ones(3), np.ones(3), np.ones(2)),
        (EMPTY, np.ones(1), EMPTY),
        (np.ones(1), EMPTY, np.ones(4)),
    ],
    "which_error_comes_first": [
        (np.ones(2), np.ones(3), np.ones(4), np.ones(5)),
        (np.ones(2), np.ones(2), np.ones(4), np.ones(5)),
        (np.ones(2), np.ones(2), np.ones(4), np.ones(4)),
        (np.ones(2), np.ones(1), np.ones(1), np.ones(2)),
    ],
    "error_of_three": [(np.ones(3), np.ones(3), np.ones(3)), (np.ones(3), np.ones(2), np.ones(2)), (np.ones(2), np.ones(2), np.ones(3))],
    "effects_in_order": [(np.ones(3), np.ones(3), []), (np.ones(3), np.ones(2), [])],
    "changed_by_an_operand": [(np.array([1.0, 2.0, 3.0]),)],
    "wraps": [(np.arange(0, 256, 5, dtype=np.uint8), np.arange(-128, 127, 3, dtype=np.int8))],
    "by_zero": [(np.array([5, -5, 0, -(2**63)]), np.array([0, 3, 0, -1]))],
    "rounded_at_each_step": [
        (np.linspace(-2, 2, 99, dtype=np.float32), np.linspace(-2, 2, 99).astype(np.float16)),
        (np.array([3e38, np.nan, -0.0], dtype=np.float32), np.array([6e4, np.inf, 6e-8], dtype=np.float16)),
    ],
    "mixed": [
        (np.arange(6), np.arange(250, 256, dtype=np.uint8), np.linspace(0, 2, 6, dtype=np.float32)),
        (np.arange(1), np.arange(40, dtype=np.uint8), np.linspace(0, 2, 40, dtype=np.float32)),
    ],
    "out_of_range": [(np.arange(5, dtype=np.uint8), 7), (np.arange(5, dtype=np.uint8), 256), (np.arange(5, dtype=np.uint8), -1)],
    "beyond_comparison": [(np.arange(250, 256, dtype=np.uint8), n) for n in (3, 252, 256, -1, 2**40)],
    "specials": [(SHORT,), (LONG,), (EMPTY,)],
    "aliases": [(np.array([1.0, 2.0, 3.0]),)],
    "views": [(MATRIX,), (WIDE,), (np.zeros((2, 2)),)],
    "used_later": [(LONG,), (SHORT,)],
    "last_use": [(LONG,), (SHORT,)],
    "last_use_of_a_view": [(LONG,), (SHORT,)],
    "last_use_of_what_a_list_holds": [(SHORT,)],
    "last_use_in_a_loop": [(LONG, 0), (LONG, 1), (LONG, 5), (SHORT, 3)],
    "does_not_write_to_its_argument": [(LONG,), (SHORT,)],
    "rows_and_columns": [
        (MATRIX, np.arange(7.0), np.arange(5.0).reshape(5, 1)),
        (WIDE, np.arange(700.0), np.arange(3.0).reshape(3, 1)),
        (MATRIX.T, np.arange(5.0), np.arange(7.0).reshape(7, 1)),
        (np.ones((300, 3)), np.arange(3.0), np.arange(300.0).reshape(300, 1)),
        (MATRIX, np.arange(6.0), np.arange(5.0).reshape(5, 1)),
        (MATRIX, np.arange(7.0), np.arange(4.0).reshape(4, 1)),
    ],
    "of_many_axes": [
        (CUBE, np.array([1.0, 2.0, 3.0])),
        (CUBE[::-1, :, ::-1], np.array([1.0, 2.0, 3.0])),
        (np.zeros((0, 5, 3)), np.ones(3)),
        (np.arange(1200.0).reshape(20, 20, 3), np.ones(1)),
        (CUBE.transpose(2, 1, 0), np.ones(4)),
    ],
    "of_no_axes": [(2.5, LONG), (-0.0, EMPTY), (float("nan"), SHORT)],
    "many_operands": [(LONG, LONG * 2, LONG[::-1], LONG - 1, LONG / 3), (SHORT, SHORT, SHORT, SHORT, SHORT)],
    "names_like_those_of_the_compiler": [(LONG, LONG * 2, LONG[::-1]), (np.ones(1), np.ones(3), np.ones(3) * 2)],
    "in_place": [(LONG, LONG[::-1]), (np.ones(5), np.ones(1)), (np.ones(5), np.ones(4)), (np.ones(1), np.ones(5))],
    "stores_that_overlap": [(MATRIX,), (WIDE,), (np.ones((1, 1)),)],
    "stores_of_other_dtypes": [(np.arange(6), np.arange(250, 256, dtype=np.uint8), np.linspace(-2, 2, 6, dtype=np.float32))],
    "stores_that_stretch": [
        (MATRIX, np.arange(7.0), np.arange(5.0).reshape(5, 1)),
        (WIDE, np.arange(700.0), np.arange(3.0).reshape(3, 1)),
        (MATRIX, np.ones(1), np.ones((1, 1))),
        (MATRIX, np.arange(6.0), np.arange(5.0).reshape(5, 1)),
        (MATRIX, np.arange(7.0), np.arange(4.0).reshape(4, 1)),
        (MATRIX[:1], np.arange(7.0), np.arange(4.0).reshape(4, 1)),
    ],
    "errors_of_stores": [
        (MATRIX, np.arange(7.0), np.arange(7.0), 3),
        (MATRIX, np.arange(7.0), np.arange(6.0), 3),
        (MATRIX, np.arange(6.0), np.arange(6.0), 3),
        (MATRIX, np.arange(7.0), np.arange(7.0), 9),
    ],
    "read_only": [(b"abc",)],
    "sums": [(np.sin(np.arange(float(n))), np.cos(np.arange(n, dtype=np.float32))) for n in LENGTHS],
    "sums_of_rows": [(np.sin(np.arange(3.0 * n)).reshape(3, n),) for n in LENGTHS if n] + [(MATRIX.T,), (MATRIX[:, ::2],)],
    "sums_of_integers": [(np.arange(-5, 6), np.arange(40, dtype=np.uint8)), (np.arange(0), np.zeros(0, dtype=np.uint8))],
    "sums_of_many_axes": [(CUBE,), (CUBE.transpose(2, 0, 1),), (np.sin(np.arange(6000.0)).reshape(10, 20, 30),)],
    "sums_along_no_axis": [(MATRIX, 0), (MATRIX, 1), (MATRIX, -1), (MATRIX, 2), (MATRIX, -3)],
}
