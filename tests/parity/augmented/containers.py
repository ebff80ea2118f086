"""Augmented assignment of containers, their items and slices."""

from hotforge import compile


@compile()
def augs(n: int) -> str:
    a = {"x": [1], "y": [2]}
    a["x"] += [n]
    a["y"] *= 2
    t = ([1], 2)
    t[0].append(n)
    s = {1, 2}
    s |= {n}
    s -= {1}
    b = "a"
    b += "b" * n
    m = [[0] * 2 for _ in range(2)]
    m[0][1] += n
    m[-1][0] -= n
    l = [1, 2, 3, 4]
    l[1:3] *= 2
    l[::2] = [9] * len(l[::2])
    del l[-1]
    return f"{a} {t} {sorted(s)} {b} {m} {l}"


CASES = {
    "augs": [(3,), (0,), (1,)],
}
