"""What may be `None`, used as if it were not: it raises what CPython raises."""

from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from hotforge import compile


@dataclass
class Node:
    name: str
    value: int
    next: Optional["Node"] = None
    tags: list[str] = field(default_factory=list)

    def shout(self, times: int) -> str:
        return self.name.upper() * times


def find(names: list[str], name: str) -> Node | None:
    for place, each in enumerate(names):
        if each == name:
            return Node(each, place)
    return None


def logged(log: list[str], text: str) -> str:
    log.append(text)
    return text


@compile()
def attribute(names: list[str], name: str) -> int:
    return find(names, name).value


@compile()
def method(names: list[str], name: str, times: int) -> str:
    return find(names, name).shout(times)


@compile()
def caught(names: list[str], name: str) -> str:
    try:
        return find(names, name).shout(2)
    except AttributeError as error:
        return f"{type(error).__name__}: {error}"


@compile()
def chain(names: list[str]) -> str:
    first = Node("first", 0)
    node = first
    for name in names:
        node.next = Node(name, node.value + 1)
        node = node.next
    return first.next.next.name


@compile()
def set_attribute(names: list[str], name: str) -> int:
    node = find(names, name)
    node.value += 10
    node.next = Node("x", 1)
    return node.value + node.next.value


@compile()
def last_seen(words: list[str]) -> int:
    found = None
    for word in words:
        if word.startswith("a"):
            found = word
    return len(found)


@compile()
def groups(words: list[str]) -> list[dict[str, list[str]]]:
    current = None
    result = []
    for word in words:
        if word[0] == "B":
            current = {"words": [word]}
            result.append(current)
        else:
            current["words"].append(word)
            current["last"] = [word]
    return result


@compile()
def stored(start: bool, key: str) -> dict[str, int]:
    table: dict[str, int] | None = {} if start else None
    table[key] = 1
    return table


@compile()
def deleted(start: bool, key: str) -> dict[str, int]:
    table: dict[str, int] | None = {"a": 1} if start else None
    del table[key]
    return table


@compile()
def iterated(values: list[int] | None) -> int:
    total = 0
    for value in values:
        total += value
    return total


@compile()
def squared(values: list[int] | None) -> list[int]:
    return [value * value for value in values]


@compile()
def nested(rows: list[list[int] | None]) -> list[int]:
    return [value for row in rows for value in row]


@compile()
def unpacked(pair: tuple[int, str] | None) -> str:
    number, text = pair
    return text * number


@compile()
def member(value: int, values: set[int] | None) -> bool:
    return value in values


@compile()
def absent(value: str, values: dict[str, int] | None) -> bool:
    return value not in values


@compile()
def add(a: int | None, b: float) -> float:
    return a + b


@compile()
def both(a: int | None, b: float | None) -> list[float]:
    return [a * b, a - b, b / a]


@compile()
def powers(a: int | None, b: int) -> list[float]:
    return [float(a**b), float(b**a)]


@compile()
def grown(a: int | None, b: int) -> int:
    a += b
    return a


@compile()
def shrunk(a: float | None, b: int) -> float:
    a **= b
    return a


@compile()
def negative(a: int | None) -> int:
    return -a


@compile()
def inverted(a: int | None) -> int:
    return ~a


@compile()
def smaller(a: int | None, b: int) -> bool:
    return a < b


@compile()
def ordered(a: str | None, b: str | None) -> list[bool]:
    return [a <= b, a > b]


@compile()
def between(low: int, value: float | None, high: int) -> bool:
    return low <= value < high


@compile()
def best(scores: list[float]) -> tuple[int, float]:
    best_score = None
    best_index = -1
    for index, score in enumerate(scores):
        if index == 0 or score > best_score:
            best_index, best_score = index, score
    return best_index, best_score + 1


@compile()
def sliced(text: str | None, start: int) -> str:
    return text[start:] + text[0]


@compile()
def rows(array: np.ndarray[tuple[int, int], np.dtype[np.float64]], use: bool) -> float:
    chosen = array if use else None
    return float(chosen[0, 1] + chosen.sum())


@compile()
def order(names: list[str], name: str) -> list[str]:
    log: list[str] = []
    try:
        find(names, logged(log, name)).tags.append(logged(log, "argument"))
    except AttributeError:
        log.append("caught")
    try:
        table = {} if names else None
        table[logged(log, "key")] = logged(log, "value")
    except TypeError as error:
        log.append(str(error))
    try:
        text = name if names else None
        log.append(logged(log, "left") + text[len(logged(log, "bound")) :])
    except TypeError as error:
        log.append(str(error))
    return log


@compile()
def or_else(names: list[str], name: str) -> str:
    node = find(names, name)
    known = node is not None and node.value > 0
    return node.name if known else (node and node.name) or "nobody"


NAMES = ["ann", "bob"]
CASES = {
    "attribute": [(NAMES, "ann"), (NAMES, "bob"), (NAMES, "carl"), ([], "")],
    "method": [(NAMES, "ann", 2), (NAMES, "bob", 0), (NAMES, "carl", 2)],
    "caught": [(NAMES, "ann"), (NAMES, "carl")],
    "chain": [(["a", "b", "c"],), (["a"],), ([],)],
    "set_attribute": [(NAMES, "bob"), (NAMES, "x")],
    "last_seen": [(["b", "ab", "abc"],), (["b"],), ([],)],
    "groups": [(["B1", "i", "j", "B2", "k"],), (["i", "B"],), ([],), (["B"],)],
    "stored": [(True, "k"), (False, "k")],
    "deleted": [(True, "a"), (True, "b"), (False, "a")],
    "iterated": [([1, 2],), ([],), (None,)],
    "squared": [([1, 2],), ([],), (None,)],
    "nested": [([[1], [2, 3]],), ([[1], None],), ([],)],
    "unpacked": [((2, "ab"),), (None,)],
    "member": [(1, {1, 2}), (3, {1}), (1, None)],
    "absent": [("a", {"a": 1}), ("b", {}), ("a", None)],
    "add": [(1, 2.5), (None, 2.5)],
    "both": [(2, 4.0), (None, 1.0), (1, None), (None, None), (0, 1.0)],
    "powers": [(2, 3), (None, 3)],
    "grown": [(1, 2), (None, 2), (2**63 - 1, 1)],
    "shrunk": [(1.5, 2), (None, 2)],
    "negative": [(3,), (None,)],
    "inverted": [(3,), (None,)],
    "smaller": [(1, 2), (2, 1), (None, 1)],
    "ordered": [("a", "b"), (None, "b"), ("a", None), (None, None)],
    "between": [(1, 1.5, 2), (1, 2.0, 2), (1, None, 2)],
    "best": [([1.0, 3.0, 2.0],), ([],), ([float("nan"), 1.0],)],
    "sliced": [("abc", 1), ("", 0), (None, 0)],
    "rows": [(np.arange(6.0).reshape(2, 3), True), (np.zeros((2, 2)), False), (np.zeros((0, 2)), True)],
    "order": [(NAMES, "ann"), (NAMES, "carl"), ([], "ann")],
    "or_else": [(NAMES, "ann"), (NAMES, "bob"), (NAMES, "carl")],
}  # fmt: skip
