"""A name may hold another type later on."""

from hotforge import compile


@compile()
def retyped(x: int) -> str:
    value = x
    doubled = value * 2
    value = str(doubled)
    return value + "!"


@compile()
def narrowing_number(flag: bool) -> float:
    x = 1 if flag else 2.5
    return x * 2


@compile()
def in_a_loop(n: int) -> float:
    total = 0
    for i in range(n):
        total = total + i * 0.5
    return total


@compile()
def multiple_targets(x: int) -> tuple[int, int, list[int]]:
    a = b = x + 1
    items = other = [a]
    other.append(b)
    a += 1
    return a, b, items


CASES = {
    "retyped": [(21,)],
    "narrowing_number": [(True,), (False,)],
    "in_a_loop": [(0,), (1,), (4,)],
    "multiple_targets": [(1,)],
}
