"""Literal and enum fields."""

from enum import Enum, IntEnum
from typing import Literal, Optional

from pydantic import BaseModel

from hotforge import compile


class Color(Enum):
    RED = "red"
    BLUE = "blue"


class Mixed(Enum):
    A = "a"
    ONE = 1
    HALF = 0.5


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Kind(str, Enum):
    X = "x"
    Y = "y"


class Choice(BaseModel):
    mode: Literal["fast", "slow", "it's"] = "fast"
    size: Literal[1, 2] = 1
    maybe: Optional[Literal["a"]] = None


class Enums(BaseModel):
    color: Color = Color.RED
    mixed: Mixed = Mixed.A
    level: Level = Level.LOW
    kind: Kind = Kind.X
    all: list[Color] = []


@compile()
def choice(text: str) -> str:
    return repr(Choice.model_validate_json(text))


@compile()
def mode(mode: str) -> str:
    return Choice(mode=mode).mode


@compile()
def size(size: int | float | bool | str) -> str:
    return repr(Choice(size=size))


@compile()
def enums(text: str) -> str:
    return repr(Enums.model_validate_json(text))


@compile()
def member(color: Color, value: int) -> str:
    made = Enums(color=color, level=value)
    if made.color is Color.BLUE:
        return made.color.name + repr(made.level)
    return repr(made)


CASES = {
    "choice": [("{}",), ('{"mode": "slow", "size": 2, "maybe": "a"}',), ('{"mode": "x", "size": 3, "maybe": "b"}',), ('{"mode": 1, "size": "1"}',), ('{"mode": null}',)],
    "mode": [("fast",), ("it's",), ("",)],
    "size": [(1,), (1.0,), (True,), ("1",), (3,)],
    "enums": [("{}",), ('{"color": "blue", "mixed": 1, "level": 2, "kind": "y", "all": ["red", "blue"]}',), ('{"color": "RED", "mixed": 2, "level": 3, "kind": "z", "all": ["red", 1]}',), ('{"mixed": 0.5, "level": "2"}',)],
    "member": [(Color.RED, 1), (Color.BLUE, 2), (Color.BLUE, 5)],
}  # fmt: skip
