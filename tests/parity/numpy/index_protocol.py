"""Integers of numpy where Python asks for an index."""

import math

import numpy as np

from hotforge import compile

LABELS = ["cat", "dog", "bird"]


@compile()
def best(scores: list[float]) -> str:
    return LABELS[np.argmax(np.array(scores))]


@compile()
def item(values: list[int], at: int) -> tuple[int, str, int]:
    i = np.array([at], dtype=np.int8)[0]
    return values[i], "añb"[i], b"xyz"[i]


@compile()
def cut(values: list[int], bounds: list[int]) -> tuple[list[int], str, list[int]]:
    b = np.array(bounds)
    return values[b[0] : b[1]], "abcdefg"[: b[1]], np.array(values)[b[0] :: b[2]].tolist()


@compile()
def counted(bounds: list[int]) -> tuple[list[int], list[int], list[tuple[int, str]]]:
    b = np.array(bounds, dtype=np.uint8)
    return list(range(b[0])), [i for i in range(b[0], b[1], b[2])], list(enumerate("ab", b[1]))


@compile()
def repeated(count: int) -> tuple[str, list[int], tuple[int, ...], bytes, str]:
    n = np.array([count], dtype=np.int16)[0]
    parts = [7]
    parts *= n
    return "ab" * n, [1, 2] * n, tuple([3]) * n, b"c" * n, n * "d"


@compile()
def changed(values: list[int], at: int) -> list[int]:
    i = np.array([at])[0]
    values[i] = 100
    values.insert(i, 50)
    del values[i + 1]
    values.append(values.pop(i))
    return values


@compile()
def written(code: int) -> tuple[str, str, str, str, bytes]:
    n = np.array([code], dtype=np.uint16)[0]
    return chr(n), hex(n), bin(n), oct(n), bytes([1]) * n


@compile()
def text(width: int) -> tuple[str, str, list[str], int]:
    n = np.array([width])[0]
    return "7".zfill(n), "x".center(n, "-"), "a b c d".split(" ", n), "banana".find("a", n)


@compile()
def rounded(x: float, digits: int) -> float:
    return round(x, np.array([digits], dtype=np.int32)[0])


@compile()
def whole(n: int, k: int) -> tuple[int, int]:
    a = np.array([n, k])
    return math.factorial(a[0]), math.comb(a[0], a[1])


@compile()
def of_tuple(at: int) -> int:
    return (10, 20, 30)[np.array([at])[0]]


@compile()
def too_large(value: int) -> int:
    return [1, 2, 3][np.array([value], dtype=np.uint64)[0]]


CASES = {
    "best": [([0.1, 0.9, 0.3],), ([5.0],), ([float("nan"), 1.0],), ([],)],
    "item": [([1, 2, 3], 0), ([1, 2, 3], -1), ([1], 3), ([1, 2, 3], -4), ([], 0)],
    "cut": [([1, 2, 3, 4], [1, 3, 1]), ([1, 2, 3, 4], [-2, -1, 2]), ([1, 2, 3], [9, 9, -1]), ([1], [0, 0, 0])],
    "counted": [([3, 5, 1],), ([2, 9, 3],), ([0, 0, 0],), ([9, 2, 255],)],
    "repeated": [(0,), (3,), (-2,)],
    "changed": [([1, 2, 3], 1), ([1, 2, 3], -1), ([], 0), ([1], 1)],
    "written": [(65,), (0,), (0x20AC,)],
    "text": [(0,), (5,), (-1,), (2,)],
    "rounded": [(2.675, 2), (1234.5, -2), (0.5, 0), (-0.0, 1)],
    "whole": [(5, 2), (0, 0), (3, 5), (-1, 2), (20, 10)],
    "of_tuple": [(0,), (-1,), (3,), (-4,)],
    "too_large": [(0,), (2,), (3,)],
}
