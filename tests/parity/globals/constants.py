"""Module globals are frozen into the library as they stood when the module had run."""

import math

from hotforge import compile

LIMIT = 10
RATE = 0.1 + 0.2
NAME = "héllo\n'quoted'"
FLAG = not LIMIT
NOTHING = None
WEIGHTS = [0.5, 0.25, 0.125]
STOPWORDS = {"the", "a", "of"}
LABELS = {0: "zero", 1: "one"}
NESTED = {"a": [1, 2], "b": []}
POINTS = [(0, "x"), (1, "y")]
CIRCLE = math.pi * 2
SQUARES = [n * n for n in range(5)]
LABELS[2] = "two"


@compile()
def plain() -> tuple[int, float, str, bool]:
    return LIMIT, RATE, NAME, FLAG


@compile()
def weighted(values: list[float]) -> float:
    return sum(w * v for w, v in zip(WEIGHTS, values))


@compile()
def without_stopwords(text: str) -> list[str]:
    return [word for word in text.split() if word not in STOPWORDS]


@compile()
def label(n: int) -> str:
    return LABELS[n]


@compile()
def nested(key: str) -> list[int]:
    return NESTED[key] + [len(NESTED)]


@compile()
def computed() -> tuple[float, list[int], list[tuple[int, str]]]:
    return CIRCLE, SQUARES, POINTS


@compile()
def nothing(flag: bool) -> bool:
    return NOTHING is None and flag


CASES = {
    "plain": [()],
    "weighted": [([1.0, 2.0, 4.0],), ([],)],
    "without_stopwords": [("the end of a story",), ("",)],
    "label": [(0,), (2,), (3,)],
    "nested": [("a",), ("b",), ("c",)],
    "computed": [()],
    "nothing": [(True,)],
}
