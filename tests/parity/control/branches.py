"""if, elif, else, conditional expressions and short circuits."""

from hotforge import compile


@compile()
def grade(score: float) -> str:
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif not score:
        return "zero"
    return "C"


@compile()
def either(a: str, b: str) -> list[str]:
    return [a or b, a and b, a or b or "default", (a and "yes") or "no"]


@compile()
def numbers(a: int, b: int) -> list[int]:
    return [a or b, a and b, not a, a if b else b]


@compile()
def guarded(items: list[int], index: int) -> bool:
    return 0 <= index < len(items) and items[index] > 0


@compile()
def chained(a: int, b: int, c: int) -> list[bool]:
    return [a < b < c, a == b == c, a < b > c, a != b != c, 1 <= a <= 10 <= b]


@compile()
def nested_ternary(x: int) -> str:
    return "neg" if x < 0 else "zero" if x == 0 else "pos"


CASES = {
    "grade": [(95.0,), (85.0,), (0.0,), (10.0,), (float("nan"),)],
    "either": [("", "b"), ("a", "b"), ("", "")],
    "numbers": [(0, 5), (3, 0), (2, 7)],
    "guarded": [([1, -1], 0), ([1, -1], 1), ([], 0), ([1], -1)],
    "chained": [(1, 2, 3), (1, 1, 1), (3, 5, 2), (1, 10, 1)],
    "nested_ternary": [(-1,), (0,), (1,)],
}
