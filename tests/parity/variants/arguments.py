"""Variants as arguments of functions: one function for each type, and one for a variant."""

from hotforge import compile


def shown(value) -> str:
    return f"<{value!r}>"


def doubled(value):
    if isinstance(value, str):
        return value + value
    if value is None:
        return "none"
    return value * 2


@compile()
def by_type(n: int, text: str) -> str:
    return shown(n) + shown(text) + shown(None) + shown([n, text])


@compile()
def by_variant(value: int | str | list[int] | None) -> str:
    return shown(value) + shown(doubled(value)) + shown([value])


@compile()
def defaulted(n: int) -> str:
    def f(value: int | str | None = None, other: float | None = 2.5) -> str:
        return f"{value!r}{other!r}"

    return f() + f(n) + f("x", None) + f(other=None) + f(None, n / 2)


@compile()
def kept(value: int | str) -> list[str]:
    out = []
    for item in (value, [value], (value, value), {"k": value}):
        out.append(shown(item))
    return out


CASES = {
    "by_type": [(1, "a"), (0, ""), (-3, "é")],
    "by_variant": [(1,), ("a",), ([1, 2],), (None,), (0,), ("",), ([],)],
    "defaulted": [(1,), (0,), (-7,)],
    "kept": [(1,), ("a",), (0,), ("",)],
}
