"""Names bound in comprehensions."""

from hotforge import compile


@compile()
def walrus_comp2(a: list[int]) -> str:
    b = [y for x in a if (y := x * 2) > 2]
    t = 0
    c = [t := t + v for v in a]
    return f"{b} {c} {t}"


CASES = {
    "walrus_comp2": [([1, 2, 3],), ([],), ([1],)],
}
