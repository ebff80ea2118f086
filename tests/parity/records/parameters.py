"""Parameters declared by abstract collections, plain classes and enums."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum

from hotforge import compile


class Mode(Enum):
    FAST = "fast"
    EXACT = "exact"


class Account:
    bank = "b"

    def __init__(self, owner: str, balance: float = 0.0, limits: list[int] | None = None) -> None:
        self.owner = owner
        self.balance = balance
        self.limits = limits or [1]
        self._count = 0

    def deposit(self, amount: float) -> float:
        self.balance += amount
        self._count += 1
        return self.balance


class Slots:
    __slots__ = ("x", "y")

    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


@compile()
def sequences(values: Sequence[int]) -> tuple[int, int, list[int], bool, int, str, Sequence[int]]:
    return len(values), sum(values), [v * 2 for v in values], 3 in values, values[0], repr(values), values[1:]


@compile()
def loops(values: Sequence[str], more: Iterable[str]) -> tuple[str, str, list[str], list[tuple[int, str]]]:
    text = ""
    for value in values:
        text += value
    return text, ",".join(sorted(more)), sorted(values), list(enumerate(values))


@compile()
def collections(values: Collection[int]) -> tuple[int, bool, int, list[int]]:
    return len(values), 2 in values, max(values, default=-1), sorted(values)


@compile()
def mappings(values: Mapping[str, int], key: str) -> tuple[int, list[str], int]:
    return values.get(key, -1), list(values), sum(values.values())


@compile()
def modes(mode: Mode = Mode.FAST, other: Mode | None = Mode.EXACT) -> tuple[str, bool, str]:
    return mode.value, mode is Mode.FAST, "none" if other is None else other.name


@compile()
def accounts(account: Account, amount: float) -> tuple[str, float, list[int], int, str]:
    total = account.deposit(amount)
    return account.owner, total, account.limits, account._count, account.bank


@compile()
def slots(value: Slots, others: list[Slots]) -> tuple[int, int]:
    return value.x + value.y, sum(other.x for other in others)


def first(values: Sequence[int], mode: Mode = Mode.EXACT) -> int:
    return values[0] if mode is Mode.EXACT else values[-1]


@compile()
def helped(values: list[int]) -> tuple[int, int, int]:
    return first(values), first((7, 8), Mode.FAST), first(values, mode=Mode.FAST)


CASES = {
    "sequences": [([3, 1],), ((3, 1),), ([],), ((5,),)],
    "loops": [(["b", "a"], ["z", "y"]), (("b", "a"), ("z",)), ((), {"q"}), (["é"], frozenset({"k"}))],
    "collections": [([1, 2],), ((2, 3),), ({1, 2},), (frozenset({5}),), ([],)],
    "mappings": [({"a": 1, "b": 2}, "a"), ({}, "x")],
    "modes": [(), (Mode.EXACT,), (Mode.FAST, None), (Mode.EXACT, Mode.FAST)],
    "accounts": [(Account("é", 1.5), 2.0), (Account("x", limits=[4, 5]), -1.0)],
    "slots": [(Slots(1, 2), [Slots(3, 4)]), (Slots(0, 0), [])],
    "helped": [([1, 2, 3],)],
}
