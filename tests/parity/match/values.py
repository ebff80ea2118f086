"""match on values, singletons, classes, captures, or-patterns and guards."""

from typing import Literal

from hotforge import compile


@compile()
def numbers(n: int) -> str:
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case x if x > 100:
            return f"large {x}"
        case x if x % 2 == 0:
            return f"even {x}"
        case _:
            return f"other {n}"


@compile()
def texts(s: str) -> int:
    match s:
        case "a":
            return 1
        case "b" | "c":
            return 2
        case "":
            return 0
    return -1


@compile()
def optional(value: int | None) -> str:
    match value:
        case None:
            return "none"
        case 0:
            return "zero"
        case n:
            return str(n + 1)


@compile()
def classes(value: int | float | str | list[int] | None) -> str:
    match value:
        case bool():
            return "bool"
        case int(n) if n > 10:
            return f"large int {n + 1}"
        case int():
            return f"int {value + 1}"
        case float(f):
            return f"float {f / 2}"
        case str(s):
            return "str " + s.upper()
        case None:
            return "none"
        case list(items):
            return f"list {sum(items)}"


@compile()
def booleans(value: bool | int | str) -> str:
    match value:
        case True:
            return "true"
        case False:
            return "false"
        case 1:
            return "one"
        case 0:
            return "zero"
        case "1":
            return "text one"
        case other:
            return f"other {other!r}"


@compile()
def bool_is_not_singleton(value: int) -> str:
    match value:
        case True:
            return "never"
        case 1:
            return "one"
    return "no"


@compile()
def equal_numbers(value: float) -> str:
    match value:
        case 1:
            return "one"
        case 2.5:
            return "two and a half"
        case -0.0:
            return "zero"
    return "none"


@compile()
def alternatives(value: int | str) -> str:
    match value:
        case (int() | str()) as both if both:
            return f"true {both}"
        case 0 | "" as empty:
            return f"empty {empty!r}"
    return "none"


@compile()
def fall_through(n: int) -> str:
    result = "none"
    match n:
        case 1:
            result = "one"
        case 2:
            pass
        case 3:
            result = 3
    return f"{result!r}"


@compile()
def captured_before_guard(n: int) -> str:
    x = "before"
    match n:
        case x if x > 5:
            return f"large {x}"
        case 1:
            return f"one {x!r}"
    return f"end {x!r}"


@compile()
def rebinding(value: int | str) -> str:
    match value:
        case str(value):
            value = value + "!"
        case int(value):
            value = value + 1
    return f"{value!r}"


@compile()
def mode(kind: Literal["fast", "slow"]) -> int:
    match kind:
        case "fast":
            return 1
        case "slow":
            return 2


@compile()
def assigned_in_all(value: int | str | None) -> int:
    match value:
        case int():
            n = value
        case str():
            n = len(value)
        case None:
            n = -1
    return n


@compile()
def in_loop(items: list[int | str]) -> list[str]:
    out = []
    for item in items:
        match item:
            case 0:
                continue
            case int(n) if n < 0:
                break
            case "skip":
                continue
            case int(n):
                out.append(f"int {n}")
            case str(s):
                out.append(f"str {s}")
    return out




import math  # noqa: E402


@compile()
def dotted(x: float) -> str:
    match x:
        case math.pi:
            return "pi"
        case math.e:
            return "e"
    return "none"


CASES = {
    "numbers": [(n,) for n in (0, 1, 2, 3, -1, 101, 4, 5, -7)],
    "texts": [("a",), ("b",), ("c",), ("",), ("d",)],
    "optional": [(None,), (0,), (5,)],
    "classes": [(11,), (3,), (2.5,), ("a",), (None,), ([1, 2],), ([],)],
    "booleans": [(True,), (False,), (1,), (0,), ("1",), ("x",), (7,)],
    "bool_is_not_singleton": [(1,), (0,)],
    "equal_numbers": [(1.0,), (2.5,), (0.0,), (3.0,), (float("nan"),)],
    "alternatives": [(1,), (0,), ("",), ("a",)],
    "fall_through": [(1,), (2,), (3,), (4,)],
    "captured_before_guard": [(1,), (6,), (2,)],
    "rebinding": [(1,), ("a",)],
    "mode": [("fast",), ("slow",)],
    "assigned_in_all": [(3,), ("abc",), (None,)],
    "in_loop": [([1, "a", 0, "skip", 2],), ([1, -1, 2],), ([],)],
    "dotted": [(3.141592653589793,), (2.718281828459045,), (1.0,)],
}
