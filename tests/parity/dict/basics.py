"""Reading and writing dicts; insertion order; KeyError."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def counts(words: list[str]) -> dict[str, int]:
    result: dict[str, int] = {}
    for word in words:
        result[word] = result.get(word, 0) + 1
    return result


@compile()
def lookup(table: dict[str, int], key: str) -> int:
    return table[key]


@compile()
def int_lookup(table: dict[int, str], key: int) -> str:
    return table[key]


@compile()
def by_numbers_of_numpy(table: dict[int, str], keys: npt.NDArray[np.int64]) -> list[str]:
    return [table[key] for key in keys.reshape(-1)] + [table[np.argmax(keys)], table[np.uint8(1)]]


@compile()
def reinsert() -> list[str]:
    table = {"a": 1, "b": 2, "c": 3}
    table["a"] = 9
    del table["b"]
    table["b"] = 4
    return list(table)


@compile()
def literal(x: int) -> dict[str, list[int]]:
    return {"one": [x], "two": [x, x], "one": [x + 1]}


@compile()
def walk(table: dict[str, float]) -> list[str]:
    return [f"{key}={value}" for key, value in table.items()]


CASES = {
    "counts": [(["b", "a", "b", "c", "b", "a"],), ([],), (["", ""],)],
    "lookup": [({"a": 1}, "a"), ({"a": 1}, "b'c"), ({}, "")],
    "int_lookup": [({1: "x", -1: "y"}, -1), ({}, 5)],
    "by_numbers_of_numpy": [({0: "a", 1: "x", -1: "y"}, np.array(keys)) for keys in [[1, -1], [0, 2], [5]]] + [({0: "a"}, np.array([0]))],
    "reinsert": [()],
    "literal": [(1,)],
    "walk": [({"z": 1.0, "a": -0.5},), ({},)],
}
