"""Variants in closures and `:=`."""

from hotforge import compile


@compile()
def decl_disagree(n: int) -> int:
    if n > 2:
        return n
    return "x"


@compile()
def callable_narrow(x: int | None) -> int:
    def f() -> int:
        if x is None:
            return 0
        return x + 1
    return f()


@compile()
def walrus_narrow(d: dict[str, int]) -> int:
    if (v := d.get("a")) is not None and v > 1:
        return v
    if not (w := d.get("b")):
        return -1
    return w


CASES = {
    "decl_disagree": [(3,), (0,)],
    "callable_narrow": [(1,), (None,)],
    "walrus_narrow": [({"a": 5},), ({"b": 3},), ({},), ({"a": 1, "b": 0},)],
}
