"""Objects as arguments and results."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from hotforge import compile


class Kind(Enum):
    TEXT = "text"
    IMAGE = "image"


@dataclass
class Box:
    x: float
    y: float
    label: str = "box"
    kind: Kind = Kind.TEXT


@dataclass
class Page:
    title: str
    boxes: list[Box] = field(default_factory=list)
    cover: Box | None = None
    scores: dict[str, float] = field(default_factory=dict)

    def total(self) -> float:
        return sum([box.x * box.y for box in self.boxes])


@dataclass
class Tree:
    value: int
    children: list[Tree] = field(default_factory=list)


class Plain:
    def __init__(self, n: int) -> None:
        self.n = n
        self.names = [str(i) for i in range(n)]


@dataclass
class Shape:
    name: str


@dataclass
class Circle(Shape):
    radius: float


@dataclass
class Square(Shape):
    side: float


@compile()
def moved(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y, box.label.upper(), Kind.IMAGE if box.kind is Kind.TEXT else Kind.TEXT)


@compile()
def page_total(page: Page) -> tuple[float, str, int]:
    page.boxes.append(Box(1.0, 1.0))
    return page.total(), repr(page.cover), len(page.scores)


@compile()
def make_page(title: str, n: int) -> Page:
    page = Page(title, scores={"a": 0.5})
    for i in range(n):
        page.boxes.append(Box(float(i), 2.0))
    if n > 1:
        page.cover = page.boxes[0]
    return page


@compile()
def depth(tree: Tree) -> int:
    deepest = 0
    for child in tree.children:
        deepest = max(deepest, depth(child))
    return deepest + 1


@compile()
def grow(n: int) -> Tree:
    tree = Tree(0)
    for i in range(n):
        tree = Tree(i + 1, [tree, Tree(-i)])
    return tree


@compile()
def plain(n: int) -> list[Plain]:
    return [Plain(i) for i in range(n)]


@compile()
def areas(shapes: list[Shape]) -> list[str]:
    found = []
    for shape in shapes:
        if isinstance(shape, Circle):
            found.append(f"{shape.name} {shape.radius * 3}")
        elif isinstance(shape, Square):
            found.append(f"{shape.name} {shape.side ** 2}")
        else:
            found.append(shape.name)
    return found


@compile()
def maybe(box: Box | None, boxes: dict[str, Box]) -> list[Box]:
    return [box] if box is not None else list(boxes.values())


CASES = {
    "moved": [(Box(1.0, 2.0), 3.0), (Box(0.5, 1.0, "ü", Kind.IMAGE), -1.0)],
    "page_total": [(Page("t"),), (Page("t", [Box(2.0, 3.0), Box(1.0, 1.5)], Box(0.0, 0.0), {"x": 1.0}),)],
    "make_page": [("a", 0), ("b", 3)],
    "depth": [(Tree(1),), (Tree(1, [Tree(2), Tree(3, [Tree(4)])]),)],
    "grow": [(0,), (3,)],
    "plain": [(0,), (3,)],
    "areas": [([],), ([Shape("s"), Circle("c", 2.0), Square("q", 3.0)],)],
    "maybe": [(None, {}), (None, {"a": Box(1.0, 2.0)}), (Box(5.0, 6.0), {})],
}
