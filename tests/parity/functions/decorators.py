"""Decorators: caches, wrappers of the project, `functools.partial`."""

import functools
from functools import cache, lru_cache, partial, wraps

from hotforge import compile


def doubled(function):
    """Doubles the result."""

    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs) * 2

    return wrapper


def repeated(times: int):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(x: int) -> int:
            for _ in range(times):
                x = function(x)
            return x

        return wrapper

    return decorate


def guarded(function):
    def wrapper(x: int) -> int:
        try:
            return function(x)
        except ZeroDivisionError:
            return -1

    return wrapper


@doubled
def add(a: int, b: int = 1) -> int:
    return a + b


@repeated(3)
def increment(x: int) -> int:
    return x + 1


@guarded
def share(x: int) -> int:
    return 100 // x


@guarded
@doubled
def both(x: int) -> int:
    return 10 // x


@doubled
def text(word: str) -> str:
    return word + "!"


@lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@cache
def grid(rows: int, columns: int) -> int:
    if rows == 1 or columns == 1:
        return 1
    return grid(rows - 1, columns) + grid(rows, columns - 1)


@functools.lru_cache
def failing(n: int) -> int:
    if n > 2:
        raise ValueError(f"too large: {n}")
    return n


def power(base: int, exponent: int) -> int:
    result = 1
    for _ in range(exponent):
        result *= base
    return result


cube = partial(power, exponent=3)
of_two = partial(power, 2)


@compile()
def wrapped(a: int, b: int) -> list[int]:
    return [add(a), add(a, b), add(a, b=b), add(b=b, a=a), increment(a), share(b), both(b)]


@compile()
def worded(word: str) -> str:
    return text(word)


@compile()
def cached(n: int) -> int:
    return fib(n)


@compile()
def paths(rows: int, columns: int) -> int:
    return grid(rows, columns)


@compile()
def raising(n: int) -> list[str]:
    found = []
    for k in [1, n, 1, n]:
        try:
            found.append(str(failing(k)))
        except ValueError as error:
            found.append(str(error))
    return found


@compile()
def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
    calls = 0

    @cache
    def best(index: int, left: int) -> int:
        nonlocal calls
        calls += 1
        if index == len(weights):
            return 0
        without = best(index + 1, left)
        if weights[index] > left:
            return without
        return max(without, values[index] + best(index + 1, left - weights[index]))

    return best(0, capacity) * 1000 + calls


@compile()
def shared_result(n: int) -> list[list[int]]:
    """A cache gives one and the same list."""

    @lru_cache(maxsize=None)
    def numbers(k: int) -> list[int]:
        return list(range(k))

    numbers(n).append(100)
    return [numbers(n), numbers(n + 1)]


@compile()
def longest(a: str, b: str) -> int:
    @lru_cache(None)
    def common(i: int, j: int) -> int:
        if i == len(a) or j == len(b):
            return 0
        if a[i] == b[j]:
            return 1 + common(i + 1, j + 1)
        return max(common(i + 1, j), common(i, j + 1))

    return common(0, 0)


@compile()
def decorated_here(x: int) -> list[int]:
    log: list[int] = []

    def logged(function):
        def wrapper(n: int) -> int:
            log.append(n)
            return function(n)

        return wrapper

    @logged
    def triple(n: int) -> int:
        return n * 3

    return [triple(x), triple(x + 1), *log]


@compile()
def partials(x: int, words: list[str]) -> list[str]:
    scale = partial(power, x)
    reverse = partial(sorted, reverse=True)
    greater = functools.partial(max, 3)
    joined = partial(", ".join)
    x = 100
    return [
        str(cube(2)),
        str(cube(base=3)),
        str(cube(2, exponent=2)),
        str(of_two(5)),
        str(scale(2)),
        str(reverse(words)),
        str(greater(5)),
        str(greater(1, 2)),
        joined(words),
        str(list(map(partial(power, 2), [1, 2, 3]))),
    ]


CASES = {
    "wrapped": [(1, 2), (3, 0), (-1, 5)],
    "worded": [("a",), ("",)],
    "cached": [(10,), (80,), (0,)],
    "paths": [(3, 3), (15, 15)],
    "raising": [(2,), (3,)],
    "knapsack": [([1, 3, 4, 5], [1, 4, 5, 7], 7), ([], [], 5), ([2] * 12, [3] * 12, 10)],
    "shared_result": [(2,), (0,)],
    "longest": [("abcbdab", "bdcaba"), ("", "a")],
    "decorated_here": [(2,)],
    "partials": [(3, ["b", "a"])],
}
