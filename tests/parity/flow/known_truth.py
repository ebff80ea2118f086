"""Tests whose truth is known only as far as the program is: fields that hold `None` alone at first, numpy's booleans."""

import math

import numpy as np
from hotforge import compile


class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: "Node | None" = None
        self.right: "Node | None" = None


def _insert(node: Node, key: int) -> None:
    while key != node.key:
        if key < node.key:
            if node.left is None:
                node.left = Node(key)
                return
            node = node.left
        else:
            if node.right is None:
                node.right = Node(key)
                return
            node = node.right


def _walk(node: Node | None, ordered: list[int]) -> None:
    if node is not None:
        _walk(node.left, ordered)
        ordered.append(node.key)
        _walk(node.right, ordered)


@compile()
def sorted_by_tree(keys: list[int]) -> list[int]:
    root = Node(keys[0])
    for key in keys[1:]:
        _insert(root, key)
    ordered: list[int] = []
    _walk(root, ordered)
    return ordered


def _nothing(seen: list[int]) -> None:
    seen.append(1)


@compile()
def effects_of_known_tests(n: int) -> tuple[list[int], str, bool, int]:
    seen: list[int] = []
    word = "none" if _nothing(seen) is None else "some"
    both = _nothing(seen) is None and n > 1
    either = _nothing(seen) is not None or n > 2
    rounds = 0
    while _nothing(seen) is not None:
        rounds += 1
    else:
        rounds -= 1
    assert _nothing(seen) is None
    if _nothing(seen) is not None and n > 5:
        rounds += 100
    return seen, word, both or either, rounds


@compile()
def living(board: list[list[int]], row: int, column: int) -> str:
    cells = np.array(board)
    around = 0
    for down in range(-1, 2):
        for right in range(-1, 2):
            if down != 0 or right != 0:
                around += cells[(row + down) % 3, (column + right) % 3]
    if around == 3 or (around == 2 and cells[row, column] == 1):
        return "alive"
    return "dead" if not around == 0 else "lonely"


@compile()
def distance(values: list[float]) -> tuple[float, float, int]:
    array = np.array(values)
    square = 0.0
    for value in array:
        square += value * value
    return math.sqrt(square), math.exp(-array[0]), math.floor(array[-1])


CASES = {
    "sorted_by_tree": [([3],), ([5, 2, 8, 1, 9, 2, 5],), (list(range(20, 0, -1)),), ([],)],
    "effects_of_known_tests": [(0,), (2,), (9,)],
    "living": [
        ([[0, 1, 0], [0, 1, 0], [0, 1, 0]], 1, 0),
        ([[0, 1, 0], [0, 1, 0], [0, 1, 0]], 1, 1),
        ([[0, 0, 0], [0, 1, 0], [0, 0, 0]], 1, 1),
        ([[1, 1, 1], [1, 1, 1], [1, 1, 1]], 0, 2),
    ],
    "distance": [([3.0, 4.0],), ([-1.5, 2.5, float("inf")],), ([0.25],), ([],)],
}
TOLERANCE = 1e-15
