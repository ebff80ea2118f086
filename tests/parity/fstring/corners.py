"""Corner cases of f-strings."""

from hotforge import compile


@compile()
def fstrings(x: float, s: str, n: int) -> str:
    w = 10
    p = 3
    return f"{x=} {s!r:>{w}} {x:{w}.{p}f} {n:#x} {n=:>5} {f'{s}{n}'!r} {'{'}{{}} {n + 1 = } {s:*^{w}} {x!s:.3} {n:,} {n:_b} {'a' if n else 'b'} {[i for i in range(n)]}"


CASES = {
    "fstrings": [(1.5, "é", 3), (float("nan"), "", 0), (-0.0, "ab'c", 255)],
}
