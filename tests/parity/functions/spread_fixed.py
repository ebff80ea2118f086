"""`f(*items)` into fixed parameters: the number of items is checked when the call runs."""

from dataclasses import dataclass
from typing import NamedTuple

from hotforge import compile


def three(a: int, b: int, c: int) -> int:
    return a * 100 + b * 10 + c


def defaults(a: int, b: int = 7, c: int = 9) -> str:
    return f"{a} {b} {c}"


def one(a: str) -> str:
    return a


def nothing() -> int:
    return 0


@dataclass
class Box:
    x: float
    y: float


class Plain:
    def __init__(self, a: int, b: int):
        self.a = a
        self.b = b

    def moved(self, by: int, then: int) -> int:
        return self.a + by * then


class Pair(NamedTuple):
    left: str
    right: str


@compile()
def all_of_them(items: list[int]) -> int:
    return three(*items)


@compile()
def some_before(items: list[int]) -> int:
    return three(1, *items)


@compile()
def by_keyword(items: list[int]) -> int:
    return three(*items, c=5)


@compile()
def with_defaults(items: list[int]) -> str:
    return defaults(*items)


@compile()
def defaults_before(items: list[int]) -> str:
    return defaults(3, *items)


@compile()
def split(line: str) -> str:
    return one(*line.split())


@compile()
def none_taken(items: list[int]) -> int:
    return nothing(*items)


@compile()
def a_dataclass(items: list[float]) -> str:
    return repr(Box(*items))


@compile()
def a_class(items: list[int]) -> int:
    return Plain(*items).moved(*items)


@compile()
def a_named_tuple(line: str) -> str:
    return repr(Pair(*line.split("=")))


@compile()
def nested(items: list[int]) -> int:
    def inner(a: int, b: int) -> int:
        return a - b

    return inner(*items)


@compile()
def of_a_set(items: set[int]) -> int:
    def inner(a: int) -> int:
        return a

    return inner(*items)


@compile()
def of_a_generator(n: int) -> int:
    return three(*(i * i for i in range(n)))


@compile()
def caught(items: list[int]) -> str:
    try:
        return str(three(*items))
    except TypeError as error:
        return str(error)


def keyword_only(a: int, /, b: int = 4, *, c: int, d: int = 5) -> str:
    return f"{a} {b} {c} {d}"


@compile()
def with_keyword_only(items: list[int]) -> str:
    return keyword_only(*items, c=1) + keyword_only(*items, d=2, c=1)


LISTS = [([],), ([1],), ([1, 2],), ([1, 2, 3],), ([1, 2, 3, 4],), ([1, 2, 3, 4, 5],)]
CASES = {
    "all_of_them": LISTS,
    "some_before": LISTS,
    "by_keyword": LISTS,
    "with_defaults": LISTS,
    "defaults_before": LISTS,
    "split": [("",), ("a",), ("a b",)],
    "none_taken": LISTS[:3],
    "a_dataclass": [([],), ([1.0],), ([1.0, 2.0],), ([1.0, 2.0, 3.0],)],
    "a_class": LISTS,
    "a_named_tuple": [("",), ("a=b",), ("a=b=c",)],
    "nested": LISTS,
    "of_a_set": [(set(),), ({1},), ({1, 2},)],
    "of_a_generator": [(2,), (3,), (4,)],
    "caught": LISTS,
    "with_keyword_only": LISTS,
}
