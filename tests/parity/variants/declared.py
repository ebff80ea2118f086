"""Variables declared as containers: they take what may stand for their elements, which stays what it is."""

from __future__ import annotations

from typing import Any

import numpy as np

from hotforge import compile


@compile()
def whole_numbers(count: int) -> list[float]:
    scores: list[float] = []
    for index in range(count):
        scores.append(index)
        scores.append(index / 2)
    scores.extend([1, 2.5])
    scores.insert(0, True)
    scores[0] = count
    return scores


@compile()
def numpy_numbers(values: list[float]) -> list[float]:
    array = np.array(values)
    found: list[float] = []
    for value in array:
        found.append(value)
    found.append(np.sum(array))
    found.append(float(array.sum()))
    return found


@compile()
def sums(values: list[float]) -> tuple[float, str]:
    array = np.array(values)
    table: dict[str, list[float]] = {}
    for index, value in enumerate(array):
        table.setdefault(str(index % 2), []).append(value)
    table["mean"] = [np.mean(array), 1]
    table["all"] = [value * 2 for value in array]
    total = 0.0
    for row in table.values():
        total += sum(row)
    return total, repr(table)


@compile()
def nested(count: int) -> str:
    rows: list[list[float]] = [[], [1.5]]
    rows[0].append(count)
    rows.append([2])
    rows.append([index for index in range(count)])
    grid: list[list[float]] = [[0.0] * 2 for _ in range(2)]
    grid[0][1] = count
    return f"{rows} {grid} {[sum(row) for row in rows]}"


@compile()
def sets(count: int) -> str:
    seen: set[float] = set()
    for index in range(count):
        seen.add(index)
        seen.add(index + 0.5)
    weights: dict[str, float] = {}
    weights["a"] = count
    weights["b"] = 0.5
    weights["a"] += 1
    return f"{sorted(seen)} {weights} {sum(weights.values())}"


@compile()
def prefixes(count: int) -> dict[tuple[int, ...], int]:
    cache: dict[tuple[int, ...], int] = {}
    prefix: tuple[int, ...] = ()
    for index in range(count):
        cache[prefix] = index
        prefix = prefix + (index,)
    return cache


@compile()
def grown(words: list[str]) -> list[tuple[str, ...]]:
    found = []
    window = ()
    for word in words:
        window = (*window, word)
        found.append(window)
        if len(window) > 2:
            window = window[1:]
    return found


def down(count: int) -> tuple[int, ...]:
    if count <= 0:
        return ()
    return (count,) + down(count - 1)


@compile()
def recursive(count: int) -> tuple[int, str]:
    found = down(count)
    return sum(found) + len(found), repr(found)


@compile()
def pairs_or_more(flag: bool, rest: list[int]) -> str:
    shape = (1, 2)
    if flag:
        shape = tuple(rest)
    try:
        first, second = shape
        return f"{first} {second} {shape!r}"
    except ValueError as error:
        return f"{error} {len(shape)} {shape == (1, 2)}"


@compile()
def beams(steps: int) -> list[tuple[tuple[int, ...], float]]:
    found: list[tuple[tuple[int, ...], float]] = [((), 0.0)]
    for step in range(steps):
        found = [(tokens + (token,), score - token / 2) for tokens, score in found for token in range(2)]
        found = sorted(found, key=lambda one: -one[1])[:3]
    return found


CASES: dict[str, list[tuple[Any, ...]]] = {
    "whole_numbers": [(0,), (3,)],
    "numpy_numbers": [([1.5, -0.0],), ([],)],
    "sums": [([1.5, 2.0, float("inf")],), ([0.25],)],
    "nested": [(0,), (2,)],
    "sets": [(0,), (2,)],
    "prefixes": [(0,), (1,), (8,)],
    "grown": [([],), (["a", "é", "c", "d"],)],
    "recursive": [(0,), (1,), (7,)],
    "pairs_or_more": [(False, []), (True, []), (True, [3, 4]), (True, [1, 2, 3])],
    "beams": [(0,), (1,), (4,)],
}
