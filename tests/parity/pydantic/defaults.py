"""Defaults: shared by no two objects, made by factories, other models."""

from typing import Optional

from pydantic import BaseModel, Field

from hotforge import compile

LIMIT = 7
NAMES = ("a", "b")


def numbers() -> list[int]:
    return [1, 2, 3]


class Inner(BaseModel):
    x: int = 1


class Model(BaseModel):
    items: list[int] = []
    table: dict[str, list[int]] = {"a": [1]}
    made: list[int] = Field(default_factory=numbers)
    text: str = Field(default_factory=lambda: "t" * 3)
    inner: Inner = Inner(x=5)
    other: Inner = Field(default_factory=Inner)
    limit: int = LIMIT
    names: tuple[str, str] = NAMES
    negative: int = -3
    maybe: Optional[int] = None
    wrong: int = None
    ratio: float = 1


@compile()
def fresh(n: int) -> list[str]:
    first, second = Model(), Model()
    first.items.append(n)
    first.table["a"].append(n)
    first.made.append(n)
    first.inner.x = n
    first.other.x = n
    return [repr(first), repr(second)]


@compile()
def given(text: str) -> str:
    return repr(Model.model_validate_json(text))


CASES = {"fresh": [(9,)], "given": [("{}",), ('{"items": [1], "inner": {"x": 2}, "wrong": 3, "ratio": 2}',), ('{"wrong": null, "maybe": null}',)]}
