"""Augmented assignment: its target is evaluated once, before the value."""

from hotforge import compile


@compile()
def aug_tuple(n: int) -> list[str]:
    log: list[str] = []
    def f() -> int:
        log.append("f")
        return n
    d = {(n, 1): 5}
    d[f(), 1] += 1
    log.append(str(d))
    return log


@compile()
def aug_slice(n: int) -> list[str]:
    log: list[str] = []
    def f(x: int) -> int:
        log.append(f"f{x}")
        return x
    a = [1, 2, 3, 4, 5]
    a[f(1):f(n)] += [f(9)]
    log.append(str(a))
    return log


@compile()
def aug_walrus(n: int) -> list[int]:
    a = [1, 2, 3, 4]
    i = 0
    a[i] += (i := 2)
    a[i] *= 10
    x = n
    x += (x := 3)
    return a + [i, x]


@compile()
def aug_container(n: int) -> tuple[list[int], list[int]]:
    a = [1, 2]
    b = a
    a[0] += (a := [n, n])[1]
    return a, b


@compile()
def aug_nested(n: int) -> list[str]:
    log: list[str] = []
    def f(x: int) -> int:
        log.append(f"f{x}")
        return x
    d = {"a": [[1, 2], [3, 4]]}
    d["a"][f(1)][f(0)] += f(n)
    d["a"][f(0)][f(1)] -= f(n)
    log.append(str(d))
    return log


CASES = {
    "aug_tuple": [(3,)],
    "aug_slice": [(3,), (9,), (-1,)],
    "aug_walrus": [(5,), (0,)],
    "aug_container": [(7,)],
    "aug_nested": [(4,)],
}
