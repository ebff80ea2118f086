"""Models as parameters and results of predictors."""

from enum import Enum

from pydantic import BaseModel

from hotforge import compile


class Kind(Enum):
    A = "a"
    B = "b"


class Box(BaseModel):
    x: float
    y: float = 1.0
    kind: Kind = Kind.A


class Page(BaseModel):
    title: str
    boxes: list[Box] = []
    cover: Box | None = None
    scores: dict[str, float] = {}


@compile()
def moved(box: Box, by: float) -> Box:
    return Box(x=box.x + by, y=box.y, kind=Kind.B)


@compile()
def total(page: Page) -> float:
    return sum([box.x * box.y for box in page.boxes]) + len(page.scores)


@compile()
def made(title: str, n: int) -> Page:
    return Page(title=title, boxes=[Box(x=i) for i in range(n)], cover=Box(x=0) if n else None)


@compile()
def several(boxes: list[Box], names: dict[str, Box]) -> list[Box]:
    return boxes + list(names.values())


class Cat(BaseModel):
    name: str = ""
    meows: int


class Dog(BaseModel):
    name: str = ""
    barks: str


class Owner(BaseModel):
    pet: Cat | Dog


@compile()
def either(pet: Cat | Dog) -> str:
    """A dict is one of the models in the library; in Python it is a dict yet."""
    if isinstance(pet, dict):
        pet = Owner(pet=pet).pet
    return repr(pet)


@compile()
def a_truth(n: int | str) -> int:
    if isinstance(n, int):
        return n + 1
    return len(n)


CASES = {
    "either": [({"meows": 1},), ({"barks": "wow", "name": "Rex"},), (Dog(barks=""),)],
    "a_truth": [(True,), (3,), ("abc",)],
    "moved": [(Box(x=1.0), 2.0), (Box(x=1.0, y=3.0, kind=Kind.B), -1.0)],
    "total": [(Page(title="t"),), (Page(title="t", boxes=[Box(x=2.0, y=3.0)], scores={"a": 1.0}),)],
    "made": [("a", 0), ("b", 2)],
    "several": [([], {}), ([Box(x=1.0)], {"a": Box(x=2.0, kind=Kind.B)})],
}
