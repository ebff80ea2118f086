"""Positional-only and keyword-only parameters, closures, mutual recursion, defaults."""

import functools

from hotforge import compile


@compile()
def nonlocal_(n: int) -> list[int]:
    count = 0
    def up(k: int = 1) -> int:
        nonlocal count
        count += k
        return count
    fs = [up, lambda: up(10), lambda k=3: up(k)]
    out = [f() for f in fs]
    out.append(count)
    return out


@compile()
def pos_kw(n: int) -> str:
    def f(a: int, /, b: int = 2, *, c: int = 3) -> str:
        return f"{a}{b}{c}"
    return f(n) + f(n, 5) + f(n, b=6, c=7) + f(n, c=1)


def even(n: int) -> bool:
    return True if n == 0 else odd(n - 1)


def odd(n: int) -> bool:
    return False if n == 0 else even(n - 1)


@compile()
def mutual(n: int) -> bool:
    return even(n)


def deco(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs) + 1
    return wrapper


@deco
def plus(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


@compile()
def decorated(n: int) -> str:
    return f"{plus(n)} {plus(n, b=5)} {plus.__name__} {plus.__doc__}"


@compile()
def default_mut(n: int) -> list[int]:
    def f(x: int, acc: list[int] = []) -> list[int]:
        acc.append(x)
        return acc
    f(1)
    f(2)
    return f(n)


@compile()
def lambdas(n: int) -> list[int]:
    fs = {"a": lambda x: x + n, "b": lambda x: x * n}
    gs = [lambda x, k=k: x + k for k in range(3)]
    hs = [lambda x: x + k for k in range(3)]
    return [f(2) for f in fs.values()] + [g(10) for g in gs] + [h(10) for h in hs] + [(lambda *a: sum(a))(1, 2, 3)]


CASES = {
    "nonlocal_": [(1,)],
    "pos_kw": [(1,)],
    "mutual": [(10,), (7,)],
    "decorated": [(3,)],
    "default_mut": [(3,)],
    "lambdas": [(3,)],
}
