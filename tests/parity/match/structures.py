"""match on sequences and mappings."""

from hotforge import compile


@compile()
def sequence(items: list[int]) -> str:
    match items:
        case []:
            return "empty"
        case [0]:
            return "only zero"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"one two {rest}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [first, second, third]:
            return f"three {first + second + third}"
        case [*start, 9]:
            return f"nine after {start}"
        case [*all_]:
            return f"all {len(all_)}"


@compile()
def pair(point: tuple[int, int]) -> str:
    match point:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"y {y}"
        case (x, 0):
            return f"x {x}"
        case (x, y) if x == y:
            return f"diagonal {x}"
        case x, y:
            return f"{x},{y}"


@compile()
def of_a_display(a: int, b: str) -> str:
    match a, b:
        case 1, "x":
            return "1x"
        case _, "y":
            return "y"
        case n, s:
            return s * n


@compile()
def nested(items: list[tuple[str, int]]) -> list[str]:
    out = []
    match items:
        case [("go", n), *rest] if n > 0:
            out.append(f"go {n}")
            for item in rest:
                match item:
                    case ("stop", _):
                        out.append("stop")
                        break
                    case (name, 0):
                        out.append(f"zero {name}")
                    case (name, (1 | 2) as small):
                        out.append(f"small {name} {small}")
        case [(name, _)]:
            out.append(f"only {name}")
        case _:
            out.append("nothing")
    return out


@compile()
def lengths(value: tuple[int, int] | tuple[int, int, int] | list[int] | str) -> str:
    match value:
        case (a, b):
            return f"two {a + b}"
        case (a, b, c):
            return f"three {a + b + c}"
        case [first, *rest]:
            return f"list {first} {rest}"
        case []:
            return "empty list"
        case text:
            return f"text {text}"


@compile()
def text_is_no_sequence(s: str) -> str:
    match s:
        case [a, b]:
            return "never"
        case _:
            return "text"


@compile()
def mixed(items: list[int | str]) -> str:
    match items:
        case [int(a), int(b)]:
            return f"ints {a + b}"
        case [str(a), str(b)]:
            return f"texts {a + b}"
        case [int(a), *others]:
            return f"int {a} then {others}"
        case ["x" | "y" as letter, *_]:
            return f"letter {letter}"
    return "other"


@compile()
def sequence_type(items: tuple[int, ...]) -> list[int]:
    match items:
        case ():
            return [-1]
        case (a, *rest):
            rest.append(a)
            return rest


@compile()
def ranges(n: int) -> str:
    match range(n):
        case [0, 1]:
            return "two"
        case [0, *rest]:
            return f"{rest}"
    return "empty"


@compile()
def mapping(d: dict[str, int]) -> str:
    match d:
        case {"a": 1}:
            return "a is 1"
        case {"a": x, "b": y}:
            return f"a {x} b {y}"
        case {"a": x, **rest} if rest:
            return f"a {x} rest {rest}"
        case {"c": 3 | 4 as c}:
            return f"c {c}"
        case {}:
            return f"any {len(d)}"


@compile()
def mapping_keeps(d: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    match d:
        case {"x": _, **rest}:
            rest["new"] = 1
            return d, rest
        case _:
            return d, {}


@compile()
def deep(d: dict[str, list[int]]) -> str:
    match d:
        case {"values": [first, *_], "other": [only]}:
            return f"{first} {only}"
        case {"values": []}:
            return "no values"
        case {"values": [first, *rest]}:
            return f"{first} and {len(rest)}"
    return "none"


@compile()
def or_captures(value: tuple[str, int]) -> str:
    match value:
        case ("a", n) | ("b", n):
            return f"{n}"
        case (name, 1) | (name, 2):
            return name
    return "none"


@compile()
def exceptions(n: int) -> str:
    try:
        return str(10 // [2, 0][n])
    except Exception as e:
        match e:
            case ZeroDivisionError():
                return "zero"
            case IndexError() | KeyError():
                return f"lookup {e}"
            case _:
                return "other"


CASES = {
    "sequence": [([],), ([0],), ([5],), ([1, 2],), ([1, 2, 3],), ([4, 5, 4],), ([4, 5, 6],), ([4, 5, 6, 9],), ([4, 5],)],
    "pair": [((0, 0),), ((0, 2),), ((3, 0),), ((4, 4),), ((1, 2),)],
    "of_a_display": [(1, "x"), (1, "y"), (3, "ab")],
    "nested": [
        ([("go", 1), ("a", 0), ("b", 2), ("c", 3), ("stop", 1), ("d", 0)],),
        ([("go", 0)],),
        ([("x", 1)],),
        ([],),
        ([("go", 0), ("b", 1)],),
    ],
    "lengths": [((1, 2),), ((1, 2, 3),), ([1, 2],), ([1, 2, 3],), ([5],), ([],), ("ab",)],
    "text_is_no_sequence": [("ab",)],
    "mixed": [([1, 2],), (["a", "b"],), ([1, "b", 3],), (["x", 1],), (["z", 1],), ([],)],
    "sequence_type": [((),), ((1,),), ((1, 2, 3),)],
    "ranges": [(0,), (2,), (4,)],
    "mapping": [({"a": 1},), ({"a": 2, "b": 3},), ({"a": 2, "z": 3},), ({"a": 2},), ({"c": 4},), ({},), ({"c": 5, "d": 1},)],
    "mapping_keeps": [({"x": 1, "y": 2},), ({"y": 2},)],
    "deep": [({"values": [1], "other": [2]},), ({"values": []},), ({"values": [1, 2, 3]},), ({},)],
    "or_captures": [(("a", 5),), (("b", 6),), (("c", 1),), (("d", 2),), (("e", 3),)],
    "exceptions": [(0,), (1,), (2,)],
}
