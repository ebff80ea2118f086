"""`model_validator` of mode "after"."""

from typing_extensions import Self

from pydantic import BaseModel, model_validator

from hotforge import compile


class Range(BaseModel):
    low: int
    high: int = 10

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"{self.low} is above {self.high}")
        return self


class Shifted(Range):
    name: str = ""

    @model_validator(mode="after")
    def named(self) -> Self:
        if not self.name:
            self.name = f"{self.low}-{self.high}"
        return self


class Holder(BaseModel):
    ranges: list[Range]


@compile()
def load(text: str) -> str:
    return repr(Range.model_validate_json(text))


@compile()
def make(low: int, high: int) -> str:
    return repr(Range(low=low, high=high))


@compile()
def shifted(low: int, high: int) -> str:
    return repr(Shifted(low=low, high=high))


@compile()
def nested(text: str) -> str:
    return repr(Holder.model_validate_json(text))


CASES = {
    "load": [('{"low": 1}',), ('{"low": 11}',), ('{"low": "x"}',)],
    "make": [(1, 2), (3, 2)],
    "shifted": [(1, 2), (3, 2)],
    "nested": [('{"ranges": [{"low": 1}, {"low": 20}, {"low": "x"}]}',), ('{"ranges": []}',)],
}
