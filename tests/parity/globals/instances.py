"""Globals that are objects of the project's classes, or hold them."""

from __future__ import annotations

import re
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum, Flag
from typing import NamedTuple

import numpy as np

from hotforge import compile


class Level(Enum):
    LOW = 1
    HIGH = 2


class Access(Flag):
    READ = 1
    WRITE = 2


class Point(NamedTuple):
    x: int
    y: int = 0


Pair = namedtuple("Pair", "left right")


@dataclass(frozen=True)
class Config:
    size: int
    name: str = "défaut"
    ratio: float = 0.5
    tags: tuple[str, ...] = ()
    level: Level = Level.LOW

    @property
    def doubled(self) -> int:
        return self.size * 2

    def scaled(self, factor: float) -> float:
        return self.ratio * factor


@dataclass
class Pipeline:
    config: Config
    steps: list[Config] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    fallback: Config | None = None


class Scaler:
    kind = "linear"

    def __init__(self, factor: float, bias: float = 0.0) -> None:
        self.factor = factor
        self.bias = bias
        self.matrix = np.array([[1.0, 2.0], [3.0, 4.0]])
        self.pattern = re.compile(r"(\d+)")

    def __call__(self, value: float) -> float:
        return value * self.factor + self.bias

    def numbers(self, text: str) -> list[str]:
        return self.pattern.findall(text)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self) -> None:
        self.a = 1
        self.b = "two"


def build(count: int) -> Pipeline:
    steps = [Config(size=number, name=f"step {number}") for number in range(count)]
    return Pipeline(Config(99), steps, {"a": 0.25}, steps[-1])


CONFIG = Config(size=3)
OTHER = Config(4, "x", tags=("a", "b"), level=Level.HIGH)
CONFIGS = [CONFIG, OTHER]
BY_NAME = {"first": CONFIG, "second": OTHER}
PIPELINE = build(3)
SCALER = Scaler(2.5, 1.0)
SLOTTED = Slotted()
ORIGIN = Point(0)
POINTS = [Point(1, 2), Point(3, 4)]
PAIR = Pair("l", [1, 2])
LEVEL = Level.HIGH
LEVELS = {Level.LOW: "low", Level.HIGH: "high"}
CHOSEN = [level for level in Level]
RIGHTS = Access.READ | Access.WRITE
MAYBE = [CONFIG, None]


@compile()
def attributes() -> tuple[int, str, float, tuple[str, ...], str, int]:
    return CONFIG.size, CONFIG.name, CONFIG.ratio, OTHER.tags, OTHER.level.name, CONFIG.doubled


@compile()
def methods(factor: float) -> tuple[float, str, bool, bool]:
    return CONFIG.scaled(factor), repr(CONFIG), CONFIG == Config(3), CONFIG == OTHER


@compile()
def in_containers(name: str) -> tuple[int, list[str], str]:
    return sum(config.size for config in CONFIGS), [config.name for config in CONFIGS], BY_NAME[name].name


@compile()
def nested(step: int) -> tuple[int, str, float, str, str]:
    fallback = PIPELINE.fallback
    last = "none" if fallback is None else fallback.name
    return PIPELINE.config.size, PIPELINE.steps[step].name, PIPELINE.weights["a"], last, repr(PIPELINE.steps[0])


@compile()
def plain(value: float) -> tuple[float, str, float, list[str]]:
    return SCALER(value), SCALER.kind, float(SCALER.matrix.sum()), SCALER.numbers("a1b22")


@compile()
def slotted() -> tuple[int, str]:
    return SLOTTED.a, SLOTTED.b


@compile()
def tuples(x: int) -> tuple[int, list[int], bool, str, int]:
    left, right = PAIR
    return ORIGIN.x + x, [point.y for point in POINTS], Point(1, 2) in POINTS, left, sum(right)


@compile()
def enums(level: Level) -> tuple[bool, str, list[str], str]:
    return level is LEVEL, LEVELS[level], [other.name for other in CHOSEN], repr(RIGHTS)


@compile()
def made_here(size: int) -> tuple[bool, int, list[str]]:
    own = Config(size, level=LEVEL)
    both = [own, *CONFIGS]
    return own in CONFIGS, max(config.size for config in both), [config.level.name for config in both]


@compile()
def maybe() -> list[int]:
    return [-1 if config is None else config.size for config in MAYBE]


CASES = {
    "attributes": [()],
    "methods": [(2.0,), (0.0,)],
    "in_containers": [("first",), ("second",), ("third",)],
    "nested": [(0,), (2,), (3,)],
    "plain": [(1.0,), (-0.0,)],
    "slotted": [()],
    "tuples": [(1,)],
    "enums": [(Level.LOW,), (Level.HIGH,)],
    "made_here": [(3,), (10,)],
    "maybe": [()],
}
