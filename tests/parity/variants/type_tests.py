"""`type(x) is`, `type(x) in`."""

from hotforge import compile


@compile()
def type_is(x: int | str | None | float) -> str:
    if type(x) is int:
        return f"int {x + 1}"
    if type(x) == str:
        return f"str {x.upper()}"
    if x is None:
        return "none"
    return f"float {x:.2f}"


@compile()
def type_in(x: int | str | float) -> str:
    if type(x) in (int, float):
        return f"num {x + 1}"
    return x


CASES = {
    "type_is": [(1,), ("a",), (None,), (2.5,), (0,), ("",), (-0.0,)],
    "type_in": [(1,), ("a",), (2.5,)],
}
