"""Forms of `del`, and several targets."""

from hotforge import compile


@compile()
def del_forms(a: list[int]) -> str:
    d = {"x": 1, "y": 2}
    b = list(a)
    del d["x"], b[0]
    del b[:1]
    x = 5
    del x
    x = 6
    e = [[1, 2], [3]]
    del e[0][1], (d["y"])
    del (b[0:0], e[1])
    return f"{d} {b} {x} {e}"


@compile()
def multi_assign(n: int) -> str:
    a = b = [n]
    a.append(1)
    i, a[i if False else 0], c = 1, 7, 3
    i = 0
    i, b[i] = 1, 2
    x = y = n
    x += 1
    return f"{a} {b} {c} {i} {x} {y}"


CASES = {
    "del_forms": [([1, 2, 3],), ([],)],
    "multi_assign": [(3,)],
}
