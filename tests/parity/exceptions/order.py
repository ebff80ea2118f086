"""What is evaluated first raises first."""

from hotforge import compile


@compile()
def left_first(items: list[int], n: int) -> int:
    return items[5] + n // 0


@compile()
def right_after(items: list[int], n: int) -> int:
    return n // 0 + items[5]


@compile()
def in_comprehension(items: list[int]) -> list[int]:
    return [10 // item for item in items]


@compile()
def partial_effect(items: list[int]) -> list[int]:
    for i in range(len(items)):
        items[i] = 100 // items[i]
    return items


@compile()
def in_argument(text: str) -> int:
    return len(text[0]) + int(text)


CASES = {
    "left_first": [([1], 1)],
    "right_after": [([1], 1)],
    "in_comprehension": [([1, 2],), ([1, 0, 2],), ([],)],
    "partial_effect": [([5, 0],), ([3],)],
    "in_argument": [("",), ("x",), ("12",)],
}
