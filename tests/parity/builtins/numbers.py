"""min, max, sum, abs, pow and round over mixed numbers."""

from hotforge import compile


@compile()
def several(a: int, b: int, c: int) -> list[int]:
    return [min(a, b, c), max(a, b, c), sum([a, b, c], 10), abs(a)]


@compile()
def of_list(items: list[int]) -> tuple[int, int]:
    return min(items), max(items)


@compile()
def with_default(items: list[int]) -> int:
    return max(items, default=-1)


@compile()
def with_key(words: list[str]) -> tuple[str, str]:
    return min(words, key=len), max(words, key=len)


@compile()
def float_sum(items: list[float]) -> float:
    return sum(items)


@compile()
def mixed(a: int, b: float) -> float:
    return max(a, b)


CASES = {
    "several": [(3, 1, 2), (-5, -5, 0)],
    "of_list": [([3, 1, 2],), ([],)],
    "with_default": [([],), ([4],)],
    "with_key": [(["bb", "a", "cc", "d"],), ([],)],
    "float_sum": [([0.1] * 10,), ([1e16, 1.0, -1e16],), ([],), ([float("inf"), float("-inf")],)],
    "mixed": [(1, 2.5), (3, 2.5), (1, 1.0), (2, float("nan"))],
}
