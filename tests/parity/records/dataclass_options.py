"""Dataclasses: `InitVar`, `field` options, `kw_only`, `slots`, `frozen`, `eq`, `order`, `unsafe_hash`, inherited defaults."""

from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, replace
from typing import ClassVar

from hotforge import compile


@dataclass
class Scaled:
    value: float
    factor: InitVar[float] = 2.0
    unit: str = "m"
    offset: InitVar[int | None] = None
    scaled: float = field(init=False)
    count: ClassVar[int] = 7

    def __post_init__(self, factor: float, offset: int | None) -> None:
        self.scaled = self.value * factor + (0 if offset is None else offset)


@dataclass(kw_only=True)
class Options:
    name: str
    depth: int = 1
    tags: list[str] = field(default_factory=lambda: ["a"])


@dataclass
class Mixed:
    first: int
    _: KW_ONLY
    second: int = 2
    third: int = field(default=3, kw_only=False)


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 0

    def move(self, dx: int) -> Slotted:
        self.x += dx
        return self

    def grow(self) -> int:
        self.z = 1
        return self.z


@dataclass(frozen=True)
class Frozen:
    a: int
    b: str = "b"

    def change(self) -> None:
        self.a = 2


@dataclass(eq=False)
class Identical:
    value: int


@dataclass(unsafe_hash=True)
class Hashed:
    key: str
    note: str = field(default="", hash=False, compare=False)


@dataclass(order=True)
class Ranked:
    rank: int
    name: str = field(compare=False, default="")
    hidden: int = field(repr=False, default=0)


@dataclass
class Base:
    x: int = 1
    y: int = 2
    kind: ClassVar[str] = "base"

    def total(self) -> int:
        return self.x + self.y


@dataclass
class Derived(Base):
    z: int = 3
    x: int = 10
    kind: ClassVar[str] = "derived"

    def total(self) -> int:
        return super().total() + self.z


@dataclass
class Quiet:
    secret: str = field(repr=False)
    shown: int = 0


@dataclass
class Tree:
    name: str
    children: list[Base] = field(default_factory=list)
    pair: tuple[Base, int] = field(default_factory=lambda: (Base(5), 6))
    table: dict[str, int] = field(default_factory=dict)


@compile()
def scaled(value: float, factor: float, offset: int) -> tuple[float, float, float, str, int]:
    a, b = Scaled(value), Scaled(value, factor, "cm", offset)
    c = Scaled(value, offset=offset)
    return a.scaled, b.scaled, c.scaled, repr(b), Scaled.count + a.count


@compile()
def options(name: str) -> tuple[Options, Options, bool, str]:
    a, b = Options(name=name), Options(depth=3, name=name, tags=[])
    a.tags.append("b")
    return a, b, Options(name=name).tags == ["a"], repr(b)


@compile()
def mixed(x: int) -> tuple[Mixed, Mixed, str]:
    return Mixed(x), Mixed(x, 5, second=6), repr(Mixed(x))


@compile()
def slotted(x: int) -> tuple[Slotted, int, bool]:
    value = Slotted(x)
    return value.move(2), value.x, value == Slotted(x + 2)


@compile()
def grown(x: int) -> int:
    return Slotted(x).grow()


@compile()
def frozen(x: int, how: int) -> str:
    value = Frozen(x)
    try:
        if how == 0:
            value.b = "c"
        elif how == 1:
            value.change()
        else:
            return repr(replace(value, b="d"))
    except dataclasses.FrozenInstanceError as error:
        return f"{type(error).__name__}: {error}"
    except AttributeError as error:
        return f"other: {error}"
    return "unchanged"


@compile()
def frozen_raises(x: int) -> int:
    Frozen(x).change()
    return 0


@compile()
def identical(value: int) -> tuple[bool, bool, int]:
    a, b = Identical(value), Identical(value)
    return a == a, a == b, len({a: 1, b: 2})


@compile()
def hashed(key: str) -> tuple[int, bool, bool]:
    items = {Hashed(key, "one"), Hashed(key, "two"), Hashed("other")}
    return len(items), Hashed(key) in items, Hashed(key, "x") == Hashed(key, "y")


@compile()
def ranked(ranks: list[int]) -> tuple[list[str], bool, bool, str]:
    items = [Ranked(rank, str(index), index) for index, rank in enumerate(ranks)]
    first, last = min(items), max(items)
    return [item.name for item in sorted(items)], first < last, first <= last, repr(first)


@compile()
def derived(z: int) -> tuple[str, int, int, str, str, bool]:
    a, b = Derived(), Derived(1, 2, z)
    return repr(a), a.total(), b.total(), a.kind + Base.kind, Derived.kind, Base(10, 2) == Derived(10, 2)


@compile()
def quiet(text: str) -> tuple[str, bool]:
    return repr(Quiet(text)), Quiet(text) == Quiet(text, 0)


@compile()
def as_others(name: str) -> tuple[int, int, str]:
    tree = Tree(name, [Base(3)])
    copied = astuple(tree)
    tree.children[0].x = 100
    return copied[1][0][0], copied[2][0][0], copied[0]


@compile()
def as_dict(x: int) -> tuple[dict[str, int], tuple[int, int, int]]:
    value = Derived(x)
    return asdict(value), astuple(value)


@compile()
def replaced(x: int) -> tuple[Derived, Derived, Ranked]:
    value = Derived(x)
    return replace(value, z=x), replace(value), replace(Ranked(x, "n", 4), rank=0)


CASES = {
    "scaled": [(1.5, 3.0, 4), (-0.0, 0.0, 0)],
    "options": [("é",)],
    "mixed": [(1,)],
    "slotted": [(1,)],
    "grown": [(1,)],
    "frozen": [(1, 0), (1, 1), (1, 2)],
    "frozen_raises": [(1,)],
    "identical": [(1,)],
    "hashed": [("a",), ("other",)],
    "ranked": [([3, 1, 2],), ([1, 1],), ([],)],
    "derived": [(5,)],
    "quiet": [("x",)],
    "as_others": [("t",)],
    "as_dict": [(4,)],
    "replaced": [(4,)],
}
