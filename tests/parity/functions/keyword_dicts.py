"""`f(**options)` of a dict whose keys are known only at run time."""

from dataclasses import dataclass

from hotforge import compile


def scaled(a: int, b: int = 2, *, c: int = 3) -> str:
    return f"{a} {b} {c}"


def required(a: int, b: int, *, c: int, d: int) -> int:
    return a + b * c - d


def by_place(a: int, /, b: int) -> int:
    return a * 10 + b


class Scale:
    def __init__(self, by: int, shift: int = 0) -> None:
        self.by = by
        self.shift = shift

    def apply(self, x: int, times: int = 1) -> int:
        return x * self.by * times + self.shift


@dataclass
class Point:
    x: int
    y: int


@compile()
def all_by_dict(options: dict[str, int]) -> str:
    return scaled(**options)


@compile()
def behind_one(a: int, options: dict[str, int]) -> str:
    return scaled(a, **options)


@compile()
def behind_three(options: dict[str, int]) -> str:
    return scaled(1, 5, **options)


@compile()
def missing(options: dict[str, int]) -> int:
    return required(**options)


@compile()
def positional_only(options: dict[str, int]) -> int:
    return by_place(4, **options)


@compile()
def methods(made: dict[str, int], options: dict[str, int]) -> int:
    return Scale(**made).apply(**options)


@compile()
def dataclasses(options: dict[str, int]) -> Point:
    return Point(**options)


@compile()
def built_here(n: int) -> str:
    options = {"b": n}
    if n > 3:
        options["c"] = n * 2
    options.update(a=n - 1)
    return scaled(**options)


@compile()
def evaluated_first(texts: list[str]) -> str:
    seen: list[str] = []

    def given(name: str) -> int:
        seen.append(name)
        return len(seen)

    try:
        return scaled(given("a"), **{text: given(text) for text in texts}) + repr(seen)
    except TypeError as e:
        return f"{e} {seen}"


CASES = {
    "all_by_dict": [({"a": 1},), ({"c": 3, "a": 1, "b": 2},), ({},), ({"b": 1},), ({"a": 1, "z": 2},), ({"": 1},), ({"é": 1, "a": 2},)],
    "behind_one": [(1, {}), (1, {"b": 5}), (1, {"a": 5}), (1, {"c": 5, "q": 1})],
    "behind_three": [({},), ({"c": 7},), ({"b": 7},), ({"a": 7},)],
    "missing": [({"a": 1, "b": 2, "c": 3, "d": 4},), ({},), ({"a": 1},), ({"a": 1, "b": 2},), ({"a": 1, "b": 2, "d": 2},)],
    "positional_only": [({"b": 1},), ({"a": 1},), ({"a": 1, "b": 2},), ({},)],
    "methods": [({"by": 2}, {"x": 3}), ({"by": 2, "shift": 9}, {"x": 3, "times": 4}), ({"by": 1}, {}), ({"shift": 1}, {"x": 1}),
                ({"self": 1}, {"x": 1}), ({"by": 1}, {"x": 1, "self": 1})],
    "dataclasses": [({"x": 1, "y": 2},), ({"y": 2, "x": 1},), ({"x": 1},), ({"x": 1, "y": 2, "z": 3},)],
    "built_here": [(1,), (5,)],
    "evaluated_first": [([],), (["b"],), (["c", "b"],), (["a"],), (["q", "b"],)],
}
