"""A name of several types, by branch."""

from hotforge import compile


@compile()
def by_branch(n: int) -> str:
    x = 1
    if n > 0:
        x = "a"
    elif n < 0:
        x = [n]
    if isinstance(x, (int, str)):
        y = x * 2
    else:
        y = x + [1]
    return f"{x!r} {y!r} {type(x).__name__}"


@compile()
def loop_change(xs: list[str]) -> str:
    best = None
    total = 0
    for x in xs:
        if best is None or len(x) > len(best):
            best = x
        total = total + len(x) if total else float(len(x))
    if best is None:
        return "nothing"
    return best + str(total)


@compile()
def ternary_union(n: int) -> str:
    x = n if n > 2 else "small"
    y = [x, None]
    z = (x, y) if n else x
    return f"{x!r} {y!r} {z!r}"


@compile()
def while_narrow(x: int | None) -> int:
    n = 0
    while x is not None:
        n += x
        x = x - 1 if x > 0 else None
    return n


CASES = {
    "by_branch": [(1,), (-1,), (0,)],
    "loop_change": [(["a", "bbb", "cc"],), ([],)],
    "ternary_union": [(3,), (0,), (1,)],
    "while_narrow": [(3,), (None,)],
}
