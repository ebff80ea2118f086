"""Stars in calls, displays and targets."""

from hotforge import compile


@compile()
def star_call(a: list[int]) -> int:
    def f(x: int, y: int, z: int = 5) -> int:
        return x * 100 + y * 10 + z
    return f(*(1, 2)) + f(*[1, 2, 3]) + f(1, *(2,), **{"z": 9})


@compile()
def star_unpack(a: list[int]) -> str:
    b = [*a, 0, *a]
    t = (*a, 1)
    s = {*a, 5}
    d = {**{"a": 1}, "b": 2, **{"a": 3}}
    first, *mid, last = b
    x, (y, *z) = 1, [2, 3, 4]
    return f"{b} {t} {sorted(s)} {d} {first} {mid} {last} {x}{y}{z}"


CASES = {
    "star_call": [([1],)],
    "star_unpack": [([1, 2],), ([],)],
}
