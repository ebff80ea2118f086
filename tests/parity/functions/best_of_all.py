"""`max(*items)` and `min(*items)`."""

from hotforge import compile


@compile()
def of_items(items: list[int]) -> list[int]:
    return [max(*items), min(*items)]


@compile()
def least(items: list[float]) -> float:
    return min(*items, key=lambda x: -x)


@compile()
def beside(items: list[int], a: int) -> int:
    return max(a, *items)


@compile()
def beside_two(items: list[str], a: str, b: str) -> str:
    return max(a, *items, b) + min(*items, a, b, key=len)


@compile()
def of_several(a: list[int], b: tuple[int, int]) -> int:
    return max(*a, *b)


CASES = {
    "of_items": [([1, 2],), ([3, -1, 7, 7],), ([1],), ([],)],
    "least": [([1.0, 2.0],), ([0.0, -0.0],), ([1.5],), ([],)],
    "beside": [([], 1), ([5], 1), ([5, 9, -1], 7)],
    "beside_two": [([], "a", "b"), (["é", "zz"], "", "z")],
    "of_several": [([], (1, 2)), ([5], (1, 2))],
}
