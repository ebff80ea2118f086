"""Recursion, mutual recursion, local functions and closures."""

from hotforge import compile


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def is_even(n: int) -> bool:
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n: int) -> bool:
    if n == 0:
        return False
    return is_even(n - 1)


def gcd(a: int, b: int) -> int:
    return a if b == 0 else gcd(b, a % b)


def permutations(items: list[str]) -> list[list[str]]:
    if len(items) <= 1:
        return [items]
    result: list[list[str]] = []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            result.append([item] + rest)
    return result


@compile()
def numbers(n: int) -> tuple[int, bool, int]:
    return fibonacci(n), is_even(n), gcd(n * 6, 9)


@compile()
def orders(items: list[str]) -> list[list[str]]:
    return permutations(items)


@compile()
def with_local(items: list[int], factor: int) -> list[int]:
    def scaled(value: int) -> int:
        return value * factor

    return [scaled(item) for item in items]


CASES = {
    "numbers": [(0,), (1,), (15,)],
    "orders": [(["a", "b", "c"],), ([],)],
    "with_local": [([1, 2], 3), ([], 1)],
}
