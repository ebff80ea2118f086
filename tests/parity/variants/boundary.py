"""Variants as arguments and results."""

from hotforge import compile


@compile()
def ret_union(n: int) -> int | str | None | list[int]:
    if n == 0:
        return None
    if n == 1:
        return "one"
    if n == 2:
        return [1, 2]
    return n


@compile()
def union_list(xs: list[int | str | None]) -> list[int | str]:
    out = []
    for x in xs:
        if x is None:
            continue
        out.append(x)
    out.append("end")
    return out


@compile()
def opt_chain(d: dict[str, list[int]], k: str) -> str:
    v = d.get(k)
    w = d.get(k, None)
    z = d.get(k, [])
    first = v[0] if v else None
    return f"{v} {w} {z} {first} {len(v) if v is not None else -1}"


CASES = {
    "ret_union": [(0,), (1,), (2,), (3,)],
    "union_list": [([1, "a", None],), ([],)],
    "opt_chain": [({"a": [1]}, "a"), ({}, "b"), ({"a": []}, "a")],
}
