"""`model_dump` of models."""

from enum import Enum

from pydantic import BaseModel, Field

from hotforge import compile


class Color(Enum):
    RED = "red"


class Inner(BaseModel):
    x: int
    y: int | None = None


class Flat(BaseModel):
    a: int
    b: int = 2


class Model(BaseModel):
    inner: Inner
    items: list[Inner] = []
    by_name: dict[str, Inner] = {}


class Mixed(BaseModel):
    name: str
    count: int = 1
    ratio: float | None = None
    hidden: str = Field("h", exclude=True)
    named: int = Field(5, alias="Named")


class Plain(BaseModel):
    color: Color = Color.RED
    pair: tuple[int, int] = (1, 2)
    tags: set[int] = {1}
    data: bytes = b"a"


@compile()
def flat(a: int) -> dict[str, int]:
    return Flat(a=a).model_dump()


@compile()
def nested(x: int) -> dict[str, dict[str, int | None]]:
    made = {"inner": Inner(x=x), "other": Inner(x=x, y=1)}
    return {name: inner.model_dump() for name, inner in made.items()}


@compile()
def whole(x: int) -> str:
    return repr(Model(inner=Inner(x=x), items=[Inner(x=1), Inner(x=2, y=3)], by_name={"a": Inner(x=5)}).model_dump())


@compile()
def mixed(name: str) -> list[str]:
    made = Mixed(name=name, Named=7)
    return [
        repr(made.model_dump()),
        repr(made.model_dump(exclude_none=True)),
        repr(made.model_dump(include={"name", "count"})),
        repr(made.model_dump(exclude={"name"})),
        repr(made.model_dump(by_alias=True)),
    ]


@compile()
def python_and_json(n: int) -> list[str]:
    made = Plain(pair=(n, 2))
    return [repr(made.model_dump()), repr(made.model_dump(mode="json"))]


@compile()
def copied(n: int) -> tuple[int, int]:
    made = Model(inner=Inner(x=n), items=[Inner(x=1)])
    dumped = made.items[0].model_dump()
    dumped["x"] = 50
    return made.items[0].x, len(dumped)


CASES = {
    "flat": [(1,)],
    "nested": [(1,)],
    "whole": [(1,)],
    "mixed": [("a",)],
    "python_and_json": [(1,)],
    "copied": [(1,)],
}
