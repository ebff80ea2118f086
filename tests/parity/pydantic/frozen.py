"""Frozen models and fields, and assignments."""

from pydantic import BaseModel, ConfigDict, Field

from hotforge import compile


class Point(BaseModel):
    model_config = ConfigDict(frozen=True)

    x: int
    y: int = 0


class Partly(BaseModel):
    fixed: int = Field(1, frozen=True)
    free: int = 2


class ByKeyword(BaseModel, frozen=True):
    name: str


@compile()
def assign(x: int) -> str:
    point = Point(x=x)
    point.x = 5
    return repr(point)


@compile()
def caught(x: int) -> list[str]:
    out: list[str] = []
    point = Point(x=x)
    try:
        point.x = 5
    except ValueError as error:
        out.append(str(error))
    partly = Partly()
    try:
        partly.fixed = x
    except ValueError as error:
        out.append(str(error))
    partly.free = x
    out.append(repr(partly))
    return out


@compile()
def by_keyword(name: str) -> str:
    made = ByKeyword(name=name)
    made.name = "b"
    return made.name


@compile()
def keys(xs: list[int]) -> list[int]:
    seen = {Point(x=x) for x in xs}
    table = {Point(x=x, y=1): x for x in xs}
    return [len(seen), len(table), table[Point(x=xs[0], y=1)]]


CASES = {"assign": [(1,)], "caught": [(1,)], "by_keyword": [("a",)], "keys": [([1, 2, 1],)]}
