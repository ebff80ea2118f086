"""`IntFlag`: flags that are numbers, too; and members of enums made of expressions."""

import json
from enum import Enum, IntEnum, IntFlag, StrEnum

from hotforge import compile


class Mode(IntFlag):
    EXEC = 1
    WRITE = 2
    READ = 4
    ALL = 7


class Size(IntEnum):
    SMALL = 1 << 2
    LARGE = SMALL * 4
    ALSO_LARGE = 16


class Kind(StrEnum):
    TEXT = "text"
    IMAGE = "image"


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def next(self):
        return Color((self.value % 2) + 1)

    @property
    def is_red(self) -> bool:
        return self is Color.RED

    @classmethod
    def first(cls):
        return cls.RED

    def __str__(self) -> str:
        return self.name.lower()


@compile()
def combined(a: Mode, b: int) -> tuple[int, int, int, int, int, int]:
    return (a | b).value, (a & b).value, (a ^ b).value, (b | a).value, a + b, (~a).value


@compile()
def texts(value: int) -> tuple[str, str, str, str, str, str]:
    mode = Mode(value)
    return repr(mode), str(mode), f"{mode}", f"{mode:>5}", "%d %s" % (mode, mode), json.dumps([mode])


@compile()
def names(value: int) -> tuple[str, list[str], int, bool, bool]:
    mode = Mode(value)
    name = mode.name
    return "none" if name is None else name, [m.name for m in mode], len(mode), mode == value, mode < 5


@compile()
def sizes() -> tuple[list[str], str, int, str]:
    return [repr(size) for size in Size], repr(Size.ALSO_LARGE), len(Size), json.dumps({"size": Size.LARGE})


@compile()
def kinds(kind: Kind = Kind.TEXT, size: Size = Size.SMALL) -> tuple[str, str, int, list[str]]:
    return json.dumps(kind), kind.upper(), size + 1, sorted(other.value for other in Kind)


@compile()
def colors(value: int) -> tuple[str, str, bool, bool, int, str]:
    color = Color(value)
    aliases = [name for name, member in Color.__members__.items() if member is Color.RED]
    return str(color), repr(color.next()), color.is_red, color in Color, len(Color), ",".join(aliases)


@compile()
def first() -> tuple[Color, bool, Color]:
    return Color.first(), Color.CRIMSON is Color.RED, Color["CRIMSON"]


@compile()
def optional(color: Color | None = None, other: Color = Color.GREEN) -> str:
    return f"{color} {other}"


CASES = {
    "combined": [(Mode.READ, 1), (Mode.ALL, 8), (Mode(0), 0), (Mode.WRITE, -1)],
    "texts": [(0,), (1,), (6,), (7,), (8,), (12,), (-1,)],
    "names": [(0,), (3,), (7,), (9,), (16,)],
    "sizes": [()],
    "kinds": [(), (Kind.IMAGE, Size.LARGE), (Kind.IMAGE,)],
    "colors": [(1,), (2,), (3,), (0,)],
    "first": [()],
    "optional": [(), (Color.RED,), (None, Color.RED)],
}
