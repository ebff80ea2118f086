"""Dunder methods: operators, comparisons, containers, calls, text."""

from __future__ import annotations

from functools import total_ordering

from hotforge import compile


class Vector:
    def __init__(self, *, x: int = 0, y: int = 0):
        self.x = x
        self.y = y

    def __repr__(self) -> str:
        return f"Vector({self.x}, {self.y})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self) -> int:
        return hash((self.x, self.y))

    def __add__(self, other):
        if isinstance(other, int):
            return Vector(x=self.x + other, y=self.y + other)
        if isinstance(other, Vector):
            return Vector(x=self.x + other.x, y=self.y + other.y)
        return NotImplemented

    def __radd__(self, other):
        return self + other

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __sub__(self, other):
        return Vector(x=self.x - other.x, y=self.y - other.y)

    def __mod__(self, n: int):
        return Vector(x=self.x % n, y=self.y % n)

    def __abs__(self):
        return abs(self.x) + abs(self.y)

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> int:
        if index == 0:
            return self.x
        if index == 1:
            return self.y
        raise IndexError(f"no component {index}")

    def __setitem__(self, index: int, value: int) -> None:
        if index == 0:
            self.x = value
        else:
            self.y = value

    def __contains__(self, value: int) -> bool:
        return value == self.x or value == self.y

    def __iter__(self):
        return iter([self.x, self.y])

    def __call__(self, factor: int) -> int:
        return (self.x + self.y) * factor

    def __str__(self) -> str:
        return f"<{self.x} {self.y}>"

    def __format__(self, spec: str) -> str:
        if spec == "":
            return str(self)
        return f"{self.x:{spec}}|{self.y:{spec}}"

    def __invert__(self):
        return Vector(x=~self.x, y=~self.y)


@total_ordering
class Card:
    ORDER = "23456789TJQKA"

    def __init__(self, text: str) -> None:
        self.rank = Card.ORDER.index(text[0])
        self.suit = text[1]

    def __eq__(self, other):
        return self.rank == other.rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return self.ORDER[self.rank] + self.suit


class Money:
    def __init__(self, cents: int):
        self.cents = cents

    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents

    def __eq__(self, other):
        if not isinstance(other, Money):
            return False
        return self.cents == other.cents

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d}"


class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd"


@compile()
def arithmetic(x: int, y: int) -> list[str]:
    v = Vector(x=x, y=y)
    w = v
    v += Vector(x=1, y=1)
    return [repr(v), repr(w), repr(v + w), repr(v + 1), repr(1 + v), repr(v - w), repr(v % 3), repr(abs(v)), repr(~v), repr(v is w)]


@compile()
def protocols(x: int, y: int) -> list[str]:
    v = Vector(x=x, y=y)
    v[1] = v[0] + y
    a, b = v
    texts = [str(v), repr(v), f"{v}", f"{v:>4}", f"{v!r}", str([v])]
    numbers = [len(v), v[0], v[1], v(3), sum(v), a, b, int(bool(v)), int(x in v), int(99 in v), max(v)]
    return texts + [str(number) for number in numbers] + ["yes" if v else "no", str(list(v)), str(sorted(v))]


@compile()
def indexing(x: int, index: int) -> int:
    return Vector(x=x, y=-x)[index]


@compile()
def equality(x: int, y: int) -> list[bool]:
    v, w = Vector(x=x), Vector(x=y)
    pool = [Vector(x=1), Vector(x=2)]
    return [v == w, v != w, v == 3, v != "a", v in pool, w in {v}, [v] == [w], (v, 1) == (w, 1), {v: 1} == {w: 1}]


@compile()
def as_keys(values: list[int]) -> dict[str, int]:
    counts: dict[Vector, int] = {}
    for value in values:
        key = Vector(x=value % 3)
        counts[key] = counts.get(key, 0) + 1
    return {repr(key): count for key, count in counts.items()}


@compile()
def cards(texts: list[str]) -> tuple[list[str], list[bool], str, str]:
    hand = [Card(text) for text in texts]
    ordered = [repr(card) for card in sorted(hand, reverse=True)]
    a, b = hand[0], hand[-1]
    return ordered, [a < b, a <= b, a > b, a >= b, a == b, a != b], repr(max(hand)), repr(min(hand))


@compile()
def money(cents: list[int]) -> list[str]:
    amounts = [Money(c) for c in cents]
    amounts.sort()
    found = amounts.index(Money(250)) if Money(250) in amounts else -1
    return [str(amount) for amount in amounts] + [str(found), str(amounts.count(Money(1)))]


@compile()
def reflected() -> list[str]:
    return [Base() + Derived(), Base() + Base(), Derived() + Base(), Derived() + Derived(), 1 + Derived(), Base() + 1]


CASES = {
    "arithmetic": [(1, 2), (0, 0), (-5, 7)],
    "protocols": [(1, 2), (0, 0), (-4, 4), (99, 1)],
    "indexing": [(1, 0), (1, 1), (1, 2), (5, -1)],
    "equality": [(1, 1), (1, 2), (0, 1)],
    "as_keys": [([],), ([1, 2, 3, 4, 5, 6, 7],)],
    "cards": [(["2h", "As"],), (["Kd", "Kh", "3c"],), (["Tx"],), (["1a"],), ([""],)],
    "money": [([300, 250, 1, 1],), ([],), ([5],)],
    "reflected": [()],
}
