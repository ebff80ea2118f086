"""Tuples of several lengths."""

from hotforge import compile


@compile()
def mixed_tuples(n: int) -> str:
    ts = [(1,), (1, "a"), (1, "a", 2.5)]
    out = ""
    for t in ts:
        out += str(len(t)) + str(t[0]) + repr(t)
    return out


@compile()
def union_keys(n: int) -> str:
    d = {1: "a", "1": "b", (1, 2): "c", None: "d"}
    d[2.5] = "e"
    return f"{d} {d[1]} {d['1']} {d[(1, 2)]} {d[None]} {1 in d} {'2' in d}"


CASES = {
    "mixed_tuples": [(1,), (0,), (-1,), (9,)],
    "union_keys": [(1,), (0,), (-1,), (9,)],
}
