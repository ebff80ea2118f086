"""`attrgetter`, `itemgetter` with several, `methodcaller`."""

import operator
from dataclasses import dataclass
from operator import attrgetter, itemgetter, methodcaller

from hotforge import compile


@dataclass
class Place:
    name: str
    depth: int


@dataclass
class Item:
    key: str
    weight: float
    place: Place


def items_of(names: list[str]) -> list[Item]:
    return [Item(name, len(name) / 2, Place(name[::-1], -len(name))) for name in names]


@compile()
def one_attribute(names: list[str]) -> list[str]:
    return [item.key for item in sorted(items_of(names), key=attrgetter("weight"))]


@compile()
def several_attributes(names: list[str]) -> list[tuple[float, str]]:
    return [attrgetter("weight", "key")(item) for item in items_of(names)]


@compile()
def sorted_by_several(names: list[str]) -> list[str]:
    return [item.key for item in sorted(items_of(names), key=attrgetter("weight", "key"), reverse=True)]


@compile()
def dotted(names: list[str]) -> list[tuple[str, int]]:
    return list(map(attrgetter("place.name", "place.depth"), items_of(names)))


@compile()
def biggest(names: list[str]) -> str:
    return max(items_of(names), key=attrgetter("place.depth")).key


@compile()
def several_items(rows: list[dict[str, int]]) -> list[tuple[int, int]]:
    return [itemgetter("a", "b")(row) for row in rows]


@compile()
def of_tuples(rows: list[tuple[int, str, float]]) -> list[tuple[float, int]]:
    return sorted(map(itemgetter(2, 0), rows))


@compile()
def of_text(text: str) -> list[str]:
    return list(itemgetter(0, -1)(text))


@compile()
def calls(texts: list[str]) -> list[str]:
    replaced = [methodcaller("replace", "a", "b")(text) for text in texts]
    return replaced + list(map(methodcaller("upper"), texts)) + sorted(texts, key=operator.methodcaller("count", "a"))


NAMES = [([],), (["bb", "a", "", "ccc", "dd"],), (["ñ", "é"],)]
CASES = {
    "one_attribute": NAMES,
    "several_attributes": NAMES,
    "sorted_by_several": NAMES,
    "dotted": NAMES,
    "biggest": NAMES,
    "several_items": [([],), ([{"a": 1, "b": 2}],), ([{"a": 1}],)],
    "of_tuples": [([],), ([(1, "x", 0.5), (0, "y", 0.5), (5, "z", -1.0)],)],
    "of_text": [("abc",), ("x",), ("",)],
    "calls": [([],), (["aa", "b", "ca"],)],
}
