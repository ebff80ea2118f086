"""Format specs of texts, conversions, nested specs."""

from hotforge import compile


@compile()
def texts(s: str) -> list[str]:
    return [f"{s}", f"{s:8}|", f"{s:>8}", f"{s:^8}|", f"{s:*^9}", f"{s:.2}", f"{s:日<6.3}", f"{s!r}", f"{s!a}", f"{s!s:>10}", f"{s!r:>12}"]


@compile()
def nested(value: float, width: int, digits: int) -> str:
    return f"[{value:{width}.{digits}f}] {{braces}} {value:>{width + 2}}"


@compile()
def dynamic(value: int, spec: str) -> str:
    return f"{value:{spec}}"


@compile()
def dynamic_text(value: str, spec: str) -> str:
    return format(value, spec)


@compile()
def dynamic_float(value: float, spec: str) -> str:
    return format(value, spec)


@compile()
def objects(items: list[int], table: dict[str, float], flag: bool) -> str:
    return f"{items} {table} {flag} {None} {(1,)} {flag!r:>6} {flag:d}"


@compile()
def self_documenting(x: int) -> str:
    return f"{x=} {x + 1 = } {x=:>4}"


CASES = {
    "texts": [("",), ("abc",), ("日本語",), ("it's\n",), ("a longer text",)],
    "nested": [(3.14159, 10, 2), (-1.0, 1, 0)],
    "dynamic": [(5, ">4"), (5, ""), (5, "z"), (5, ".2d"), (255, "#06x"), (5, "s")],
    "dynamic_text": [("ab", ">4"), ("ab", "d"), ("ab", "=4"), ("ab", "+")],
    "dynamic_float": [(1.5, ".1f"), (1.5, "d"), (1.5, "q"), (1.5, ".f")],
    "objects": [([1, 2], {"a": 1.0}, True), ([], {}, False)],
    "self_documenting": [(7,)],
}
