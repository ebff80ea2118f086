"""Dataclasses with an order in sorts and searches."""

from dataclasses import dataclass

from hotforge import compile


@dataclass(order=True)
class P:
    a: int
    b: str = "x"


@compile()
def dataclass_ops(n: int) -> str:
    ps = [P(n), P(1, "a"), P(1, "z"), P(n, "y")]
    ps.sort(reverse=True)
    q = P(1, "a")
    return f"{ps} {q in ps} {ps.index(q)} {q == P(1, 'a')} {q < P(2)} {max(ps)} {sorted(ps)[0]!r} {[p.a for p in ps]}"


CASES = {
    "dataclass_ops": [(3,), (0,), (1,)],
}
