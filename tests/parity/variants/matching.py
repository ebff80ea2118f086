"""`match` of values of several types."""

from hotforge import compile


@compile()
def kinds(value: int | float | str | bool | list[int] | tuple[int, str] | dict[str, int] | None) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return f"bool {value}"
        case int(n) if n > 5:
            return f"many {n}"
        case int() | float():
            return f"number {value + 1}"
        case str(text) if not text:
            return "empty text"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case str():
            return value.upper()
        case []:
            return "empty"
        case (int(first), str(second)):
            return f"pair {first} {second}"
        case [first, *rest]:
            return f"first {first}, {len(rest)} more: {rest!r}"
        case {"k": k, **others}:
            return f"k {k} {others}"
        case _:
            return f"other {value!r}"


@compile()
def nested(items: list[int | str | list[int]]) -> list[str]:
    out = []
    for item in items:
        match item:
            case [x, y]:
                out.append(f"two {x + y}")
            case [x]:
                out.append(f"one {x}")
            case 0 | "":
                out.append("nothing")
            case int(n):
                out.append(f"int {n}")
            case _:
                out.append(f"else {item!r}")
    return out


CASES = {
    "kinds": [
        (None,), (True,), (9,), (1,), (2.5,), ("",), ("a",), ("é",), ([],), ([1, 2],), ((1, "x"),), ({"k": 1, "l": 2},), ({},),
    ],
    "nested": [([1, "a", [1, 2], [3], [], 0, ""],), ([],)],
}
