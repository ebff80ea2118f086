"""`copy.copy`: a new object that holds the same things."""

import copy
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field

import numpy as np
from hotforge import compile


@compile()
def of_lists(rows: list[list[int]]) -> list[list[list[int]]]:
    other = copy.copy(rows)
    other.append([0])
    if rows:
        rows[0].append(9)
    return [rows, other]


@compile()
def of_tables(table: dict[str, list[int]]) -> tuple[dict[str, list[int]], dict[str, list[int]], bool]:
    other = copy.copy(table)
    other["new"] = [1]
    for values in table.values():
        values.append(-1)
    return table, other, other is table


@compile()
def of_containers(words: list[str]) -> list[str]:
    queue = deque(words, maxlen=2)
    later = copy.copy(queue)
    later.append("z")
    counts = Counter(words)
    more = copy.copy(counts)
    more["a"] += 1
    groups = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    again = copy.copy(groups)
    again[99].append("new")
    ordered = OrderedDict((word, len(word)) for word in words)
    moved = copy.copy(ordered)
    if words:
        moved.move_to_end(words[0])
    letters = set(words)
    wider = copy.copy(letters)
    wider.add("!")
    shown = [str(queue), str(later), str(counts), str(more), str(list(groups)), str(list(again))]
    return shown + [str(list(ordered)), str(list(moved)), str(len(letters)), str(len(wider))]


@dataclass
class Node:
    value: int
    tags: list[str] = field(default_factory=list)


@compile()
def of_objects(value: int) -> tuple[int, int, list[str], bool, bool]:
    first = Node(value, ["a"])
    second = copy.copy(first)
    second.value += 1
    second.tags.append("b")
    return first.value, second.value, first.tags, first is second, first == second


@compile()
def of_values(text: str, number: int, pair: tuple[int, str], maybe: list[int] | None) -> list[str]:
    found = copy.copy(maybe)
    if found is not None:
        found.append(number)
    return [copy.copy(text), str(copy.copy(number)), str(copy.copy(pair)), str(found), str(maybe)]


@compile()
def of_arrays(size: int) -> list[float]:
    first = np.arange(size, dtype=np.float64)
    second = copy.copy(first)
    second += 1
    return first.tolist() + second.tolist()


CASES = {
    "of_lists": [([],), ([[1], [2, 3]],), ([[]],)],
    "of_tables": [({},), ({"a": [1]},), ({"": [], "é": [2]},)],
    "of_containers": [([],), (["a"],), (["a", "bb", "a", "ccc", "bb"],)],
    "of_objects": [(0,), (-5,)],
    "of_values": [("", 0, (1, "x"), None), ("ß", -1, (0, ""), [1, 2])],
    "of_arrays": [(0,), (3,)],
}
