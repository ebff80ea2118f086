"""The order in which operands, arguments and targets are evaluated, and what names alias."""

from hotforge import compile


def note(log: list[str], name: str, value: int) -> int:
    log.append(name)
    return value


@compile()
def operands(a: int, b: int) -> list[str]:
    log = []
    x = note(log, "left", a) - note(log, "right", b)
    y = note(log, "in-left", a) in [note(log, "in-1", 1), note(log, "in-2", b)]
    z = note(log, "1", a) < note(log, "2", b) < note(log, "3", 10)
    w = note(log, "and-1", a) and note(log, "and-2", b) or note(log, "or", 7)
    log.append(f"{x} {y} {z} {w}")
    return log


@compile()
def keywords(a: int) -> list[str]:
    log = []

    def inner(x, y=5, *, z=6):
        return x * 100 + y * 10 + z

    r = inner(z=note(log, "z", 1), x=note(log, "x", a), y=note(log, "y", 3))
    log.append(f"{r} {inner(1)} {inner(1, z=2)} {inner(y=0, x=1)}")
    return log


@compile()
def stores(n: int) -> str:
    items = [0, 0, 0, 0]
    i = 0
    i, items[i] = 2, 9
    items[i] += 5
    a = b = [1]
    b.append(2)
    c = a
    c += [3]
    d = list(a)
    d.append(4)
    a, b = b, d
    e = [[0] * 2] * 2
    e[0][1] = n
    return f"{items} {a} {b} {c} {d} {e} {a is c}"


@compile()
def swaps(x: int, y: int, z: int) -> str:
    x, y, z = z, x, y
    [p, (q, *rest)] = x, (y, z, x, y)
    first, *middle, last = range(6)
    return f"{x} {y} {z} {p} {q} {rest} {first} {middle} {last}"


@compile()
def closures(n: int) -> list[int]:
    factor = 2

    def scale(x):
        return x * factor

    before = scale(n)
    factor = 10
    double = lambda x: scale(x) + factor
    return [before, scale(n), double(n)]


@compile()
def defaults(text: str = "abc", n: int = 2, flag: bool = True, scale: float = 0.5) -> str:
    return f"{text[:n]} {flag} {scale} {text * n}"


@compile()
def methods(n: int) -> list[int]:
    out = []
    push = out.append
    kept = out
    out = [7]
    push(n)
    push(n + 1)
    return kept + out


CASES = {
    "operands": [(1, 2), (0, 2), (5, 1)],
    "keywords": [(2,)],
    "stores": [(3,)],
    "swaps": [(1, 2, 3)],
    "closures": [(3,)],
    "defaults": [(), ("xyz",), ("xyz", 1, False)],
    "methods": [(3,)],
}
