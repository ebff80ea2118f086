"""bool is an int: it adds, compares and indexes as one, but prints as itself."""

from hotforge import compile


@compile()
def arithmetic(a: bool, b: bool) -> tuple[int, int, int, float]:
    return a + b, a * 3, -a, a / 2


@compile()
def index(flag: bool, values: list[str]) -> str:
    return values[flag]


@compile()
def count(flags: list[bool]) -> int:
    return sum(flags)


@compile()
def convert(text: str, number: int, real: float, items: list[int]) -> list[bool]:
    return [bool(text), bool(number), bool(real), bool(items), not text, not number]


@compile()
def show(flag: bool) -> str:
    return f"{flag} {flag!r} {str(flag)} {int(flag)} {float(flag)}"


CASES = {
    "arithmetic": [(True, True), (True, False), (False, False)],
    "index": [(True, ["no", "yes"]), (False, ["no", "yes"]), (True, ["only"])],
    "count": [([True, False, True],), ([],)],
    "convert": [("", 0, 0.0, []), ("x", -1, 0.1, [0]), (" ", 0, float("nan"), [])],
    "show": [(True,), (False,)],
}
