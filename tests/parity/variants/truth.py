"""Truth and `and`/`or` of variants."""

from typing import Optional

from hotforge import compile


@compile()
def truthy(x: int | str | list[int] | None) -> str:
    if x:
        return f"T {x!r}"
    return f"F {x!r}"


@compile()
def orand(x: int | None, s: str | None) -> str:
    a = x or -1
    b = s and s.upper()
    c = x is not None and x > 3
    d = s or x or "none"
    return f"{a + 1} {b!r} {c} {d!r}"


@compile()
def early(x: Optional[list[int]]) -> int:
    if not x:
        return 0
    return x[0]


CASES = {
    "truthy": [(1,), (0,), ("",), ("a",), ([],), ([1],), (None,)],
    "orand": [(None, None), (0, ""), (5, "a")],
    "early": [(None,), ([],), ([4],)],
}
