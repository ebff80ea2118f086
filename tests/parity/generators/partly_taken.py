"""Generators of which some items are taken."""

from typing import Iterator

from hotforge import compile


@compile()
def gen_partial(n: int) -> str:
    def g(k: int) -> Iterator[int]:
        for i in range(k):
            if i == 3:
                return
            yield i
            yield -i
    it = g(n)
    a = next(it, None)
    b = [x for x in it if x > 0]
    c = next(it, "end")
    z = zip(g(2), g(3))
    return f"{a} {b} {c} {list(z)} {sum(g(3))} {max(g(n), default=None)} {any(x > 1 for x in g(n))} {dict(enumerate(g(2)))}"


CASES = {
    "gen_partial": [(0,), (1,), (5,)],
}
