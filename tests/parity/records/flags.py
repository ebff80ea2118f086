"""`Flag`: sets of named bits."""

from __future__ import annotations

import enum
from enum import Flag, auto

from hotforge import compile


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    BOTH = READ | WRITE
    NONE = 0

    @property
    def letters(self) -> str:
        return "".join((member.name or "?")[0].lower() for member in Access if member in self)

    def allows(self, other: Access) -> bool:
        return other in self


class Sparse(enum.Flag):
    HIGH = 8
    LOW = 1


@compile()
def combined(a: Access, b: Access) -> tuple[int, int, int, int, int, bool, bool, bool]:
    return (a | b).value, (a & b).value, (a ^ b).value, (~a).value, len(a), a in b, bool(a), a == b


@compile()
def texts(value: int) -> tuple[str, str, str, str | None, str]:
    access = Access(value)
    return repr(access), str(access), f"{access}", access.name, f"{access!s:>20}|"


@compile()
def sparse(value: int) -> tuple[str, str, list[str | None]]:
    flag = Sparse(value)
    return repr(flag), repr(~flag), [member.name for member in flag]


@compile()
def iterated(a: Access) -> tuple[list[Access], list[str], int, list[str], str]:
    names = [repr(member) for member in Access]
    return list(a), names, len(Access), [name for name in Access.__members__], a.letters


@compile()
def by_name(name: str) -> Access:
    return Access[name]


@compile()
def by_text(text: str) -> Access:
    return Access(text)


@compile()
def changed(values: list[int]) -> tuple[Access, bool, list[Access]]:
    total = Access.NONE
    for value in values:
        total |= Access(value)
    rest = total & ~Access.READ
    return total, total.allows(Access.WRITE), sorted({Access.READ, rest}, key=lambda flag: flag.value)


@compile()
def matched(a: Access) -> str:
    match a:
        case Access.NONE:
            return "nothing"
        case Access.READ | Access.WRITE:
            return "one"
        case Access.BOTH:
            return "both"
        case _:
            return "other"


@compile()
def identical(a: Access, b: Access) -> tuple[bool, bool, bool]:
    return a is b, (a | b) is (b | a), a == 1


@compile()
def as_keys(values: list[int]) -> dict[Access, int]:
    counts: dict[Access, int] = {}
    for value in values:
        counts[Access(value)] = counts.get(Access(value), 0) + 1
    return counts


@compile()
def default(access: Access = Access.BOTH) -> str:
    return repr(access)


CASES = {
    "combined": [
        (Access.READ, Access.WRITE),
        (Access.BOTH, Access.READ),
        (Access.NONE, Access.RUN),
        (Access(7), Access.BOTH),
    ],
    "texts": [(0,), (1,), (3,), (5,), (7,), (-1,), (-2,), (-8,), (8,), (-9,), (100,)],
    "sparse": [(0,), (1,), (8,), (9,), (2,), (-2,), (-1,)],
    "iterated": [(Access(5),), (Access.NONE,), (Access(7),)],
    "by_name": [("READ",), ("BOTH",), ("",), ("read",)],
    "by_text": [("READ",), ("",)],
    "changed": [([1, 4],), ([],), ([2, 1],)],
    "matched": [(Access.NONE,), (Access.READ,), (Access.BOTH,), (Access.RUN,)],
    "identical": [(Access.READ, Access.WRITE), (Access.BOTH, Access(3))],
    "as_keys": [([1, 2, 1, 0],)],
    "default": [(), (Access.READ,)],
}
