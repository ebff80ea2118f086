"""Loops over elements: indices that stay within the array, that leave it, that go round it, and what the loop has done by then."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Whole = np.ndarray[tuple[int], np.dtype[np.int64]]


@compile()
def total(values: Vector, start: int, stop: int, step: int) -> tuple[float, str]:
    result = 0.0
    try:
        for i in range(start, stop, step):
            result += values[i]
    except (IndexError, ValueError) as error:
        return float(result), f"{type(error).__name__} {error}"
    return float(result), "done"


@compile()
def total_down(values: Vector, start: int, stop: int) -> float:
    result = 0.0
    for i in range(start, stop, -2):
        result += values[i]
    return float(result)


@compile()
def window(signal: Vector, kernel: Vector, count: int) -> Vector:
    result = np.zeros(count)
    for place in range(count):
        total = 0.0
        for offset in range(len(kernel)):
            total += signal[place + offset] * kernel[offset]
        result[place] = total
    return result


@compile()
def filled(length: int, count: int) -> tuple[list[float], str]:
    a = np.zeros(length)
    try:
        for i in range(count):
            a[i + 1] = i
    except IndexError as error:
        return a.tolist(), str(error)
    return a.tolist(), "done"


@compile()
def differences(a: Vector) -> list[float]:
    """The one before the first is the last."""
    result = []
    for i in range(len(a)):
        result.append(float(a[i] - a[i - 1]))
    return result


@compile()
def changed_target(a: Vector, n: int, shift: int) -> float:
    result = 0.0
    for i in range(n):
        i = i * 2 - shift
        result += a[i]
    return float(result)


@compile()
def changed_bound(a: Vector, n: int) -> tuple[float, int]:
    result = 0.0
    for i in range(n):
        n += 1
        for j in range(i, n):
            if j < len(a):
                result += a[j]
            n -= 1
    return float(result), n


@compile()
def set_late(a: Vector, n: int, j: int) -> float:
    """What the first round reads was set before the loop."""
    result = 0.0
    for i in range(n):
        result += a[j]
        j = i
    for i in range(n):
        result += a[i]
    return float(result + a[i]) if n > 0 else float(result)


@compile()
def triangle(m: Matrix, extra: int) -> float:
    rows, columns = m.shape
    result = 0.0
    for i in range(rows + extra):
        for j in range(i):
            for k in range(columns):
                difference = m[i, k] - m[j, k]
                result += difference * difference
    return float(result)


@compile()
def guarded(m: Matrix) -> list[list[float]]:
    h, w = m.shape
    out = np.zeros((h, w))
    for y in range(h):
        for x in range(w):
            sum = 0.0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    if 0 <= y + dy < h and 0 <= x + dx < w:
                        sum += m[y + dy, x + dx]
            out[y, x] = sum
    return out.tolist()


@compile()
def around(m: Matrix, rows: int, columns: int) -> list[float]:
    result = []
    for y in range(3):
        for x in range(-2, 3):
            result.append(float(m[(y - 1) % rows, (x * 2) % columns]))
    return result


@compile()
def strided(m: Matrix, which: int) -> list[list[float]]:
    a = m.T if which == 0 else m[:, ::-1] if which == 1 else m[::2] if which == 2 else m[:, ::2]
    h, w = a.shape
    for y in range(h):
        for x in range(w):
            a[y, x] = a[y, x] * 10 + y - x
    column = m[:, 0]
    for i in range(len(column)):
        column[i] = column[i] + 1
    return m.tolist()


@compile()
def read_only(n: int) -> tuple[str, float]:
    a = np.broadcast_to(np.array([1.0, 2.0, 3.0]), (2, 3))
    result = 0.0
    try:
        for i in range(n):
            for j in range(3):
                result += a[i, j]
                if i == 1:
                    a[i, j] = 5
    except (ValueError, IndexError) as error:
        return str(error), float(result)
    return "done", float(result)


@compile()
def narrow(n: int, value: int) -> tuple[list[int], str]:
    a = np.zeros(4, dtype=np.uint8)
    try:
        for i in range(n):
            a[i] = value * i
    except (OverflowError, IndexError) as error:
        return a.tolist(), str(error)
    return a.tolist(), "done"


@compile()
def replaced(a: Vector, n: int) -> float:
    result = 0.0
    for i in range(n):
        for j in range(2):
            result += a[j] + a[i]
        a = a[1:]
    return float(result)


@compile()
def gathered(rows: Whole, columns: Whole, values: Vector) -> tuple[list[float], str]:
    result = np.zeros(max(len(rows) - 1, 0))
    try:
        for row in range(len(rows) - 1):
            sum = 0.0
            for place in range(rows[row], rows[row + 1]):
                sum += values[place] * values[columns[place]]
            result[row] = sum
    except IndexError as error:
        return result.tolist(), str(error)
    return result.tolist(), "done"


@compile()
def flat(m: Matrix, width: int) -> float:
    a = m.reshape(-1)
    result = 0.0
    for y in range(m.shape[0]):
        top = y * width
        for x in range(min(width, 3)):
            result += a[top + x] - a[max(x, y // 2)]
    return float(result)


@compile()
def left(a: Vector, stop: float) -> tuple[int, float]:
    i = 0
    result = 0.0
    while a[i] != stop:
        for j in range(i, len(a)):
            if a[j] == stop:
                break
            result += a[j]
        else:
            return -1, float(result)
        i += 1
    return i, float(result)


@compile()
def never(n: int, m: int) -> str:
    """The inner loop does not run, whatever its index."""
    a = np.zeros(3)
    count = 0
    for i in range(n):
        for j in range(m - n):
            a[i + j + 1000] = 1
            count += 1
    return f"{count} {a.sum()}"


@compile()
def rows(m: Matrix, picks: list[int]) -> tuple[list[float], str]:
    total = np.zeros(m.shape[1])
    try:
        for p in picks:
            total += m[p]
            total *= m[0]
            total -= m[p - 1]
    except IndexError as error:
        return total.tolist(), str(error)
    return total.tolist(), "done"


@compile()
def rows_within(m: Matrix) -> list[list[float]]:
    """The array itself is changed by its own rows."""
    for i in range(len(m)):
        m += m[i]
        m[i] += m[-1]
        m[i, ::2] -= m[0, ::2]
    last = m[0]
    last += m[0]
    return m.tolist()


@compile()
def rows_apart(m: Matrix, length: int) -> str:
    total = np.ones(length)
    try:
        total += m[0]
    except ValueError as error:
        return str(error)
    whole = np.arange(length)
    whole += m[0].astype(np.int64)
    return f"{total} {whole}"


@compile()
def either(values: Vector, start: float) -> list[str]:
    """What begins as Python's float is numpy's once a value came in, and stays what it was where none does."""
    sum, difference, product, quotient, least = start, start, start, start, start
    order = ""
    for value in values:
        sum = sum + value
        difference = value - difference
        product = product * value
        quotient = value / quotient if quotient != 0 else quotient / value
        order += "<" if value < least else ">" if value > least else "<=" if least <= value else ">=" if least >= value else "?"
        if least > value:
            least = value
    return [repr(number) for number in (sum, difference, product, quotient, least)] + [order]


MATRIX = np.arange(12.0).reshape(3, 4) ** 2
EMPTY = np.zeros((0, 4))

CASES = {
    "total": [
        (np.arange(5.0), 0, 5, 1),
        (np.arange(5.0), 0, 6, 1),
        (np.arange(5.0), -5, 5, 1),
        (np.arange(5.0), -6, 5, 1),
        (np.arange(5.0), 4, -1, -1),
        (np.arange(5.0), 4, -7, -1),
        (np.arange(5.0), 1, 100, 4),
        (np.arange(5.0), 3, 3, 0),
        (np.arange(5.0), 9, 2, 1),
        (np.zeros(0), 0, 1, 1),
        (np.array([-0.0]), 0, 1, 1),
        (np.array([float("nan"), 1.0]), 0, 2, 1),
        (np.arange(5.0), 2**62, 2**63 - 1, 2**61),
    ],
    "total_down": [(np.arange(5.0), 4, -1), (np.arange(5.0), 4, -6), (np.arange(5.0), 6, 0), (np.zeros(0), -1, 3)],
    "window": [
        (np.arange(9.0), np.array([1.0, -1.0, 0.5]), 7),
        (np.arange(9.0), np.array([1.0, -1.0, 0.5]), 8),
        (np.arange(9.0), np.zeros(0), 3),
        (np.zeros(0), np.array([1.0]), 0),
        (np.arange(2.0), np.array([1.0]), -1),
    ],
    "filled": [(4, 3), (4, 4), (0, 1), (0, 0), (3, -5)],
    "differences": [(np.array([1.0, 4.0, 9.0]),), (np.array([5.0]),), (np.zeros(0),)],
    "changed_target": [(np.arange(8.0), 4, 0), (np.arange(8.0), 4, 8), (np.arange(8.0), 5, 0), (np.arange(8.0), 1, 9)],
    "changed_bound": [(np.arange(6.0), 4), (np.arange(6.0), 0), (np.arange(2.0), 5)],
    "set_late": [(np.arange(6.0), 4, 5), (np.arange(6.0), 4, -6), (np.arange(6.0), 4, 6), (np.arange(3.0), 4, 0)],
    "triangle": [(MATRIX, 0), (MATRIX, 1), (MATRIX, -9), (EMPTY, 0)],
    "guarded": [(MATRIX,), (EMPTY,), (np.ones((1, 1)),)],
    "around": [(MATRIX, 3, 4), (MATRIX, 2, -3), (MATRIX, -3, 4), (MATRIX, 0, 4), (MATRIX, 3, 0), (MATRIX, 7, 4)],
    "strided": [(MATRIX, 0), (MATRIX, 1), (MATRIX, 2), (MATRIX, 3), (np.ones((1, 1)), 0)],
    "read_only": [(1,), (2,), (3,), (0,)],
    "narrow": [(4, 3), (4, 100), (5, 1), (2, -1), (1, -1)],
    "replaced": [(np.arange(6.0), 2), (np.arange(6.0), 5), (np.arange(2.0), 1)],
    "gathered": [
        (np.array([0, 2, 2, 3]), np.array([0, 1, 2]), np.array([1.0, 2.0, 4.0])),
        (np.array([0, 2, 4]), np.array([0, 1, 2]), np.array([1.0, 2.0, 4.0])),
        (np.array([0, 2]), np.array([0, 7]), np.array([1.0, 2.0])),
        (np.array([-2, 1]), np.array([-1, 0, 1]), np.array([1.0, 2.0, 3.0])),
        (np.array([0]), np.array([0]), np.array([1.0])),
    ],
    "flat": [(MATRIX, 4), (MATRIX, 5), (MATRIX, 9), (MATRIX, -1), (EMPTY, 4)],
    "left": [(np.array([1.0, 2.0, 3.0]), 3.0), (np.array([1.0, 2.0]), 9.0), (np.zeros(0), 1.0)],
    "never": [(3, 3), (3, -4), (3, 4)],
    "rows": [(MATRIX, [0, 2, -1]), (MATRIX, [1, 3]), (MATRIX, [-4]), (MATRIX, []), (np.ones((40, 50)), [39])],
    "rows_within": [(MATRIX,), (np.ones((1, 3)),), (np.ones((2, 40)),)],
    "either": [
        (np.array([3.0, -1.0, 2.5]), 1.0),
        (np.zeros(0), 1.0),
        (np.array([float("nan"), 1.0, -0.0]), -0.0),
        (np.array([1.0, float("inf"), 2.0]), float("inf")),
        (np.array([4.0, 0.5]), float("nan")),
    ],
    "rows_apart": [(MATRIX, 4), (MATRIX, 1), (MATRIX, 3), (np.ones((1, 1)), 3), (EMPTY, 4)],
}
