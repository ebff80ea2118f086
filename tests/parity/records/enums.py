"""Enums: members, names and values, lookups, comparisons, text, `IntEnum`, `StrEnum`, methods."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum, auto

from hotforge import compile


class Color(Enum):
    """Three colours."""

    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def is_warm(self) -> bool:
        return self is Color.RED

    def mixed(self, other: Color) -> Color:
        return Color.BLUE if self == other else Color.GREEN

    @classmethod
    def default(cls) -> Color:
        return cls.GREEN


class Level(IntEnum):
    LOW = auto()
    MIDDLE = 5
    HIGH = auto()


class Mode(StrEnum):
    FAST = auto()
    SLOW = "sloow"


class Label(str, Enum):
    POSITIVE = "pos"
    NEGATIVE = "neg"


class Code(int, Enum):
    OK = 200
    MISSING = 404


class Odd(Enum):
    NUMBER = 1
    TEXT = "x"
    PAIR = (1, 2.5)
    NOTHING = None


class Shape(Enum):
    ROUND = "round"
    FLAT = "flat"

    def __str__(self) -> str:
        return f"shape:{self.value}"


@dataclass(frozen=True)
class Pixel:
    color: Color
    level: Level = Level.LOW


DEFAULT = Color.BLUE
ORDER = [Color.GREEN, Color.RED]
WEIGHTS = {Mode.FAST: 1.5, Mode.SLOW: 0.5}


@compile()
def texts(n: int) -> list[str]:
    color = Color(n)
    return [
        str(color), repr(color), f"{color}", f"{color:>12}|", f"{color!r}", color.name, str(color.value), str([color]),
        str(color.is_warm), repr(color.mixed(Color.RED)), repr(Color.default()), str({color: 1}), repr((color, Color.CRIMSON)),
    ]


@compile()
def by_name(name: str) -> str:
    return repr(Color[name])


@compile()
def levels(n: int) -> list[str]:
    level = Level(n)
    return [
        str(level), repr(level), f"{level} {level:03d}", str(level + 1), str(level * 2.5), str(level < Level.HIGH), str(level > 3),
        str(level == 5), str(3 <= level), str(max(level, Level.MIDDLE)), str(int(level)), str(float(level)), str(abs(level)), str(-level),
        str(range(level)), str([10, 20, 30, 40, 50, 60, 70][level]), str(isinstance(level, int)), level.name, str(bool(level)),
        repr(sorted([Level.HIGH, Level.LOW, level])),
    ]


@compile()
def strings(text: str) -> list[str]:
    mode = Mode(text)
    return [
        str(mode), repr(mode), f"{mode:>8}", mode.upper(), mode + "!", str(mode == "fast"), str(len(mode)), mode.name, mode.value,
        str(mode in ["fast"]), str("oo" in mode), str(mode is Mode.FAST), str(WEIGHTS[mode]), str(mode < "g"),
    ]


@compile()
def mixed(positive: bool) -> list[str]:
    label = Label.POSITIVE if positive else Label.NEGATIVE
    code = Code.OK if positive else Code.MISSING
    return [
        str(label), repr(label), f"{label}", label.value, str(label == "pos"), label.upper(), str(code), f"{code}", str(code + 1),
        str(code == 200), str(Code(404) is code), str(label.startswith("p")),
    ]


@compile()
def iteration() -> list[str]:
    names = [color.name for color in Color]
    total = 0
    for level in Level:
        total += level
    return names + [str(total), str(len(Color)), str(list(Color)), str([mode.value for mode in Mode]), str(Color.RED in Color)]


@compile()
def odd(index: int) -> str:
    member = list(Odd)[index]
    value = member.value
    if isinstance(value, int):
        return f"int {value + 1}"
    if value is None:
        return "nothing"
    return f"{member.name} {value!r} {member!r} {str(Shape.ROUND)} {Shape.FLAT} {Shape.FLAT!r}"


@compile()
def counted(numbers: list[int]) -> dict[str, int]:
    counts = {color: 0 for color in Color}
    for number in numbers:
        counts[Color(number)] += 1
    seen = {Pixel(color) for color in counts if counts[color] > 0}
    result = {color.name: count for color, count in counts.items()}
    result["seen"] = len(seen)
    result["default"] = counts[DEFAULT] + 10 * counts[ORDER[0]]
    result["pixel"] = int(Pixel(Color.RED) in seen)
    return result


@compile()
def crossing(color: Color, mode: Mode, level: Level) -> tuple[Color, str, Level]:
    return Color.GREEN if color is Color.RED else color, mode.value + repr(mode), Level(level)


CASES = {
    "texts": [(1,), (2,), (3,), (0,), (4,)],
    "by_name": [("RED",), ("CRIMSON",), ("GREEN",), ("red",), ("",)],
    "levels": [(1,), (5,), (6,), (2,)],
    "strings": [("fast",), ("sloow",), ("FAST",)],
    "mixed": [(True,), (False,)],
    "iteration": [()],
    "odd": [(0,), (1,), (2,), (3,), (4,)],
    "counted": [([],), ([1, 2, 3, 1],), ([2, 9],)],
    "crossing": [(Color.RED, Mode.FAST, Level.HIGH), (Color.BLUE, Mode.SLOW, Level.LOW)],
}
