"""Reductions with axis and keepdims; empty ones raise."""

import numpy as np

from hotforge import compile

TOLERANCE = 1e-12


@compile()
def whole(values: list[float]) -> list[float]:
    x = np.array(values)
    return [float(x.sum()), float(x.mean()), float(x.std()), float(x.var()), float(x.prod())]


@compile()
def axes(rows: list[list[float]]) -> list[np.ndarray]:
    x = np.array(rows)
    return [x.sum(axis=0), x.sum(axis=1), x.mean(axis=-1), x.max(axis=0), x.min(axis=1)]


@compile()
def kept(rows: list[list[float]]) -> np.ndarray:
    x = np.array(rows)
    return x - x.max(axis=1, keepdims=True)


@compile()
def largest(values: list[float]) -> float:
    return float(np.array(values).max())


@compile()
def positions(values: list[float]) -> tuple[int, int]:
    x = np.array(values)
    return int(x.argmax()), int(np.argmin(x))


@compile()
def positions_axis(rows: list[list[int]]) -> np.ndarray:
    return np.argmax(np.array(rows), axis=1)


@compile()
def int_sum(values: list[int]) -> tuple[int, float]:
    x = np.array(values, dtype=np.int32)
    return int(x.sum()), float(x.mean())


@compile()
def running(values: list[int]) -> np.ndarray:
    return np.cumsum(np.array(values))


@compile()
def bad_axis(values: list[float]) -> np.ndarray:
    return np.array([values]).sum(axis=len(values))


CASES = {
    "whole": [([1.0, 2.0, 4.0],), ([5.0],)],
    "axes": [([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],)],
    "kept": [([[1.0, 5.0], [2.0, 0.0]],)],
    "largest": [([1.0, 3.0, 2.0],), ([1.0, float("nan"), 2.0],), ([],)],
    "positions": [([1.0, 3.0, 3.0, 0.0],), ([],), ([1.0, float("nan")],)],
    "positions_axis": [([[1, 3, 2], [9, 9, 0]],)],
    "int_sum": [([2147483647, 1],)],
    "running": [([1, 2, 3],)],
}
