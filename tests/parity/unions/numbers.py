"""Unions of int, float and str: the type of the result is CPython's too."""

from hotforge import compile


@compile()
def number(flag: bool) -> int | float:
    return 1 if flag else 2.5


@compile()
def add(value: int | float) -> int | float:
    return value + 1


@compile()
def halve(n: int) -> int | float:
    if n % 2 == 0:
        return n // 2
    return n / 2


@compile()
def kinds(items: list[int | str]) -> list[str]:
    result = []
    for item in items:
        if isinstance(item, int):
            result.append(f"int {item + 1}")
        else:
            result.append("str " + item)
    return result


@compile()
def equal(a: int | str, b: int | str) -> tuple[bool, bool]:
    return a == b, a != b


@compile()
def show(value: int | float | str | None) -> str:
    return f"{value} {value!r}"


CASES = {
    "number": [(True,), (False,)],
    "add": [(1,), (1.5,), (9007199254740993,)],
    "halve": [(4,), (5,), (-3,)],
    "kinds": [([1, "a", -1],), ([],)],
    "equal": [(1, 1), (1, "1"), ("a", "a")],
    "show": [(1,), (1.0,), ("x",), (None,)],
}
