"""Lists and dicts of values of several types."""

from hotforge import compile


@compile()
def hetero(n: int) -> str:
    xs = [1, "a", 2.5, None, [1, 2], (1, "b"), {"k": 1}, True]
    out = ""
    for x in xs:
        if x is None:
            out += "N"
        elif isinstance(x, bool):
            out += "B"
        elif isinstance(x, (int, float)):
            out += f"{x + n}"
        elif isinstance(x, str):
            out += x.upper()
        elif isinstance(x, list):
            out += str(len(x))
        elif isinstance(x, dict):
            out += str(list(x.items()))
        else:
            out += f"{x[0]}{x[1]}"
    return out + str(xs)


@compile()
def hetero_dict(n: int) -> str:
    d = {"a": 1, "b": "x", "c": [n], "d": None}
    d["e"] = 2.5
    out = []
    for k, v in d.items():
        out.append(f"{k}={v!r}")
    a = d["a"]
    if isinstance(a, int):
        out.append(str(a + n))
    return ",".join(out) + str(d)


CASES = {
    "hetero": [(1,), (0,), (-5,), (10**12,)],
    "hetero_dict": [(1,), (0,), (-5,), (2**62,)],
}
