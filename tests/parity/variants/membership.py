"""`in` of variants, and what it tells."""

from hotforge import compile


@compile()
def in_narrow(x: str | None, n: int | None) -> str:
    if x in ("a", "b"):
        return x.upper()
    if n in (1, 2, None):
        return str(n)
    return "z"


@compile()
def compare_union(x: int | str, y: int | str) -> str:
    return f"{x == y} {x != y} {x is y if False else ''}"


CASES = {
    "in_narrow": [("a", 1), (None, 1), ("c", None), ("c", 5), ("b", 2), (None, 3)],
    "compare_union": [(1, 1), (1, "1"), ("a", "a")],
}
