"""Unions whose members are iterated over, and unions of tuples that are unpacked."""

from hotforge import compile


def best(n: int):
    if n == 0:
        return None, None, n
    if n < 0:
        return "low", n, n
    return n, n, n * 1.5


@compile()
def unpacked(n: int) -> str:
    a, b, c = best(n)
    return f"{a!r} {b!r} {c!r}"


@compile()
def swapped(n: int) -> str:
    (a, b), c = ((n, "x") if n > 0 else (None, "y")), n
    a, b = b, a
    return f"{a!r} {b!r} {c!r}"


@compile()
def rest(n: int) -> str:
    first, *others = (n, n, "z") if n > 0 else (0.5, None, n)
    return f"{first!r} {others!r}"


@compile()
def in_a_loop(n: int) -> list[str]:
    pairs = [best(i)[:2] for i in range(n)]
    return [f"{a!r}/{b!r}" for a, b in pairs]


@compile()
def numbered(wide: bool, a: list[int], b: list[int | float]) -> list[str]:
    rows = b if wide else a
    return [f"{i} {x!r}" for i, x in enumerate(rows)]


@compile()
def looped(kind: int, a: list[int], b: tuple[str, ...], c: dict[str, int]) -> list[str]:
    rows = a if kind == 0 else b if kind == 1 else c
    out: list[str] = []
    for x in rows:
        out.append(repr(x))
    for x in reversed(list(rows)):
        out.append(repr(x))
    return out


@compile()
def text_or_list(is_text: bool, text: str, items: list[int]) -> str:
    value = text if is_text else items
    return ",".join(repr(x) for x in value)


@compile()
def iterators(doubled: bool, items: list[int]) -> list[str]:
    values = map(str, items) if doubled else iter(items)
    out: list[str] = []
    for value in values:
        out.append(repr(value))
        if len(out) == 2:
            break
    out.append("then")
    out.extend(repr(value) for value in values)
    return out


def ways(n: int):
    if n == 0:
        return [1, 2]
    if n == 1:
        return "ab"
    return ((3, 4), (5, 6))


@compile()
def flattened(n: int) -> list[str]:
    def walk():
        yield from ways(n)

    return [repr(item) for item in walk()]


CASES = {
    "unpacked": [(0,), (-1,), (3,)],
    "swapped": [(0,), (3,)],
    "rest": [(0,), (3,)],
    "in_a_loop": [(0,), (1,), (3,)],
    "numbered": [(False, [1, 2], []), (True, [1], [1, 2.5]), (True, [], [])],
    "looped": [(0, [1, 2], (), {}), (1, [], ("a", "b"), {}), (2, [], (), {"k": 1, "j": 2})],
    "text_or_list": [(True, "ñ🙂", [1]), (False, "", [1, 2]), (True, "", [])],
    "iterators": [(True, [1, 2, 3, 4]), (False, [1, 2, 3, 4]), (True, []), (False, [7])],
    "flattened": [(0,), (1,), (2,)],
}
