"""Tuples of which a part raises."""

from hotforge import compile


def fail(n: int) -> int:
    raise ValueError(f"no {n}")


def told(n: int) -> int:
    print("told")
    return n


@compile()
def pair(n: int) -> tuple[int, int]:
    return (told(n), fail(n))


@compile()
def one_way(n: int) -> str:
    made = (n, "a") if n > 1 else (10 // n, fail(n), told(n))
    return f"{made}"


@compile()
def caught(n: int) -> str:
    try:
        a, b = n, fail(n)
    except ValueError as error:
        return f"caught {error}"
    return f"{a} {b}"


CASES = {
    "pair": [(1,)],
    "one_way": [(2,), (1,), (0,)],
    "caught": [(3,)],
}
