"""`field_serializer` and `model_serializer`."""

from typing import Optional

from pydantic import BaseModel, field_serializer, model_serializer

from hotforge import compile


class Priced(BaseModel):
    name: str
    price: float = 0.0
    tags: set[int] = set()
    note: Optional[str] = None
    code: int = 7

    @field_serializer("price")
    def rounded(self, value: float) -> str:
        return f"{value:.2f} for {self.name}"

    @field_serializer("tags")
    def in_order(self, value: set[int]) -> list[int]:
        return sorted(value)

    @field_serializer("note", when_used="unless-none")
    def upper(self, value: str) -> str:
        return value.upper()

    @field_serializer("code", when_used="json")
    def hexadecimal(self, value: int) -> str:
        return hex(value)


class Point(BaseModel):
    x: int
    y: int = 0

    @model_serializer
    def as_list(self) -> list[int]:
        return [self.x, self.y]


class Shape(BaseModel):
    points: list[Point] = []
    priced: Optional[Priced] = None


@compile()
def priced(name: str, price: float, tags: list[int], note: Optional[str]) -> str:
    made = Priced(name=name, price=price, tags=tags, note=note)
    return f"{made.model_dump()} {made.model_dump_json()} {made.model_dump(mode='json', exclude_none=True)}"


@compile()
def shaped(x: int, price: float) -> str:
    shape = Shape(points=[Point(x=x), Point(x=1, y=2)], priced=Priced(name="é", price=price))
    return f"{shape.model_dump()} {shape.model_dump_json(indent=1)} {Point(x=x).model_dump()}"


CASES = {
    "priced": [("a", 1.005, [3, 1], None), ("é", -2.5, [], "nö"), ("", 0.0, [5], "")],
    "shaped": [(5, 1.5), (-1, 0.0)],
}
