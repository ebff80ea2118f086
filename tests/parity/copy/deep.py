"""`copy.deepcopy`: copies of all that is held, each made once."""

import copy
from collections import deque, defaultdict
from dataclasses import dataclass, field

import numpy as np
from hotforge import compile

DEFAULTS = {"sizes": [1, 2], "limits": [3]}


@compile()
def nested(rows: list[list[int]]) -> list[list[list[int]]]:
    other = copy.deepcopy(rows)
    for row in rows:
        row.append(9)
    other.append([7])
    return [rows, other]


@compile()
def shared_parts(size: int) -> tuple[list[list[int]], bool, bool]:
    row = [0] * size
    rows = [row, row, [1]]
    copied = copy.deepcopy(rows)
    copied[0].append(5)
    return copied, copied[0] is copied[1], copied[0] is row


@compile()
def across_containers(size: int) -> tuple[dict[str, list[int]], list[list[int]], bool]:
    row = [size]
    held = ({"a": row}, [row])
    table, rows = copy.deepcopy(held)
    table["a"].append(1)
    rows[0].append(2)
    row.append(3)
    return table, rows, table["a"] is rows[0]


@compile()
def captured(extra: int) -> tuple[dict[str, list[int]], int]:
    options = copy.deepcopy(DEFAULTS)
    options["sizes"].append(extra)
    options["new"] = [extra]
    return options, len(DEFAULTS["sizes"])


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = None


@compile()
def trees(value: int) -> tuple[list[int], list[int], bool, bool]:
    root = Node(value)
    for number in range(3):
        root.children.append(Node(number, [], root))
    other = copy.deepcopy(root)
    other.value = -1
    for child in other.children:
        child.value += 10
    first = other.children[0].parent
    return (
        [root.value] + [child.value for child in root.children],
        [other.value] + [child.value for child in other.children],
        first is other,
        first is root,
    )


class Account:
    def __init__(self, owner: str, balance: float) -> None:
        self.owner = owner
        self.balance = balance
        self.history: list[float] = []

    def add(self, amount: float) -> None:
        self.balance += amount
        self.history.append(amount)


@compile()
def plain_classes(amounts: list[float]) -> tuple[float, list[float], float, list[float]]:
    account = Account("ann", 0.0)
    snapshots = []
    for amount in amounts:
        account.add(amount)
        snapshots.append(copy.deepcopy(account))
    account.add(100.0)
    last = snapshots[-1] if snapshots else account
    return account.balance, account.history, last.balance, last.history


@compile()
def itself(size: int) -> tuple[int, bool, bool]:
    node = Node(size)
    node.children.append(node)
    other = copy.deepcopy(node)
    return other.value, other.children[0] is other, other.children[0] is node


@compile()
def other_containers(words: list[str]) -> list[str]:
    queue = deque([[word] for word in words], maxlen=3)
    later = copy.deepcopy(queue)
    for held in queue:
        held.append("!")
    groups: defaultdict[int, list[list[str]]] = defaultdict(list)
    for word in words:
        groups[len(word)].append([word])
    again = copy.deepcopy(groups)
    again[99].append(["new"])
    for values in groups.values():
        for value in values:
            value.append("?")
    letters = {(word, len(word)) for word in words}
    return [str(later), str(dict(groups)), str(dict(again)), str(copy.deepcopy(letters) == letters)]


@compile()
def arrays(size: int) -> list[list[float]]:
    row = np.zeros(size)
    held = [row, row, np.ones(size)]
    copied = copy.deepcopy(held)
    copied[0] += 2
    row -= 1
    return [array.tolist() for array in held + copied]


@compile()
def unions(values: list[int | list[int] | None]) -> list[int | list[int] | None]:
    copied = copy.deepcopy(values)
    for value in values:
        if isinstance(value, list):
            value.clear()
    return copied


CASES = {
    "nested": [([],), ([[1], [], [2, 3]],)],
    "shared_parts": [(0,), (2,)],
    "across_containers": [(1,)],
    "captured": [(5,)],
    "trees": [(7,)],
    "plain_classes": [([],), ([1.5, -0.5],)],
    "itself": [(3,)],
    "other_containers": [([],), (["a", "bb", "cc", "d"],)],
    "arrays": [(2,), (0,)],
    "unions": [([1, [2, 3], None],), ([],)],
}
