"""`model_dump_json`: pydantic's text to the letter."""

from enum import Enum, IntEnum

from pydantic import BaseModel, Field

from hotforge import compile


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    LOW = 1


class Inner(BaseModel):
    x: int
    y: float | None = None


class Tree(BaseModel):
    name: str
    children: list["Tree"] = []


class Model(BaseModel):
    text: str
    number: float = 0.0
    flag: bool = True
    maybe: int | None = None
    color: Color = Color.RED
    level: Level = Level.LOW
    pair: tuple[int, str] = (1, "a")
    items: list[Inner] = []
    table: dict[int, list[str]] = {}
    tags: set[int] = set()
    data: bytes = b"ab"
    union: int | str = 5
    hidden: int = Field(1, exclude=True)
    named: int = Field(2, serialization_alias="Named")


@compile()
def texts(text: str) -> str:
    return Model(text=text).model_dump_json()


@compile()
def numbers(number: float) -> str:
    return Model(text="", number=number).model_dump_json()


@compile()
def options(n: int) -> list[str]:
    made = Model(text="t", items=[Inner(x=n), Inner(x=1, y=2.5)], table={1: ["a"], 2: []}, tags={n})
    return [
        made.model_dump_json(indent=2),
        made.model_dump_json(indent=0),
        made.model_dump_json(exclude_none=True),
        made.model_dump_json(include={"text", "items"}),
        made.model_dump_json(exclude={"text", "items", "table"}, indent=1),
        made.model_dump_json(by_alias=True),
    ]


@compile()
def tree(text: str) -> list[str]:
    made = Tree.model_validate_json(text)
    return [made.model_dump_json(), made.model_dump_json(indent=2)]


CASES = {
    "texts": [("a",), ("",), ("\x00\x7f\u2028é\"\\/\b\f\n\r\t\x1b\U0001f600",)],
    "numbers": [(x,) for x in [1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.5e300, -0.0, 5e-324, 0.1, 1e21, float("nan"), float("-inf")]],
    "options": [(1,), (-3,)],
    "tree": [('{"name": "a"}',), ('{"name": "a", "children": [{"name": "b", "children": [{"name": "c"}]}, {"name": "d"}]}',)],
}
