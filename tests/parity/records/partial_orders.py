"""Sorting by `__lt__` alone, within tuples too, and by `cmp_to_key`: comparison by comparison as CPython."""

from hotforge import compile


class Key:
    def __init__(self, k: int, tag: str):
        self.k = k
        self.tag = tag
    def __lt__(self, other: "Key") -> bool:
        return self.k < other.k
    def __repr__(self) -> str:
        return f"{self.k}{self.tag}"


@compile()
def partial_order(ks: list[int]) -> str:
    xs = [Key(k % 3, chr(97 + i)) for i, k in enumerate(ks)]
    pairs = [(x, -i) for i, x in enumerate(xs)]
    return f"{sorted(xs)} {sorted(xs, reverse=True)} {sorted(pairs)} {max(xs)} {min(xs)} {sorted(xs, key=lambda x: (x, 1))}"


@compile()
def call_order(ks: list[int]) -> list[str]:
    log: list[str] = []
    def cmp(a: int, b: int) -> int:
        log.append(f"{a}{b}")
        return a - b
    from functools import cmp_to_key
    r = sorted(ks, key=cmp_to_key(cmp))
    log.append(str(r))
    return log


CASES = {
    "partial_order": [([3, 1, 2, 4, 0, 5],), ([],) , ([1],)],
    "call_order": [([3, 1, 2, 4, 0, 5],), ([],), (list(range(70)) + [5, 3, 9] * 30,)],
}
