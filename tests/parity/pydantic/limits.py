"""Limits of numbers."""

from typing import Annotated

from pydantic import BaseModel, Field, NonNegativeInt, PositiveFloat, PositiveInt

from hotforge import compile


class Numbers(BaseModel):
    a: int = Field(5, gt=0, lt=10)
    b: int = Field(default=4, ge=-2, le=8, multiple_of=2)
    c: float = Field(1.0, ge=0, le=2.5)
    d: Annotated[float, Field(gt=0.5, lt=1e21)] = 1.0
    e: float = Field(default=0.5, multiple_of=0.1)
    f: float = Field(default=0.5, allow_inf_nan=False)


class Named(BaseModel):
    a: PositiveInt = 1
    b: NonNegativeInt = 0
    c: PositiveFloat = 1.0


class Nested(BaseModel):
    values: list[Annotated[int, Field(gt=0)]] = []
    by_name: dict[str, Annotated[float, Field(lt=1)]] = {}
    maybe: Annotated[int | None, Field(ge=3)] = None


@compile()
def ints(a: int, b: int) -> str:
    return repr(Numbers(a=a, b=b))


@compile()
def floats(c: float, d: float) -> str:
    return repr(Numbers(c=c, d=d))


@compile()
def more(e: float, f: float) -> str:
    return repr(Numbers(e=e, f=f))


@compile()
def named(a: int, b: int, c: float) -> str:
    return repr(Named(a=a, b=b, c=c))


@compile()
def nested(values: list[int], by_name: dict[str, float], maybe: int | None) -> str:
    return repr(Nested(values=values, by_name=by_name, maybe=maybe))


@compile()
def of_text(text: str) -> str:
    return repr(Numbers.model_validate_json(text))


CASES = {
    "ints": [(1, 2), (0, 3), (10, -4), (9, 10), (-1, 9)],
    "floats": [(0.0, 0.6), (-0.1, 0.5), (2.6, 1e21), (float("nan"), float("nan")), (float("inf"), float("-inf"))],
    "more": [(0.3, 0.1), (0.35, float("inf")), (1e10, float("nan"))],
    "named": [(1, 0, 0.1), (0, -1, 0.0)],
    "nested": [([1, 2], {"a": 0.5}, 3), ([0, -1], {"a": 1.0, "b.c": 2.0}, 2), ([], {}, None)],
    "of_text": [('{"a": "11", "b": 3, "c": "2.75", "d": 0}',), ('{"a": 9.0}',)],
}
