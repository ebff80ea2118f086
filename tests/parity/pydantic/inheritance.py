"""Models that derive from models; methods and properties."""

from pydantic import BaseModel, Field

from hotforge import compile


class Shape(BaseModel):
    name: str = "shape"
    tags: list[str] = Field(default_factory=list)

    def describe(self) -> str:
        return f"{self.name}: {self.area()}"

    def area(self) -> float:
        return 0.0

    @property
    def tag_count(self) -> int:
        return len(self.tags)


class Circle(Shape):
    name: str = "circle"
    radius: float

    def area(self) -> float:
        return self.radius * self.radius * 3

    @classmethod
    def unit(cls) -> "Circle":
        return cls(radius=1)

    @staticmethod
    def double(x: float) -> float:
        return x * 2


class Mixin:
    def shout(self) -> str:
        return "!" + repr(self)


class Loud(Mixin, Shape):
    volume: int = 1

    def __str__(self) -> str:
        return "loud"


@compile()
def circle(radius: float) -> list[str]:
    made = Circle(radius=radius, tags=["a", "b"])
    made.tags.append("c")
    return [repr(made), made.describe(), str(made.tag_count), repr(Circle.unit()), str(Circle.double(radius)), repr(Circle(radius=1).tags)]


@compile()
def either(n: int) -> list[str]:
    shapes = [Shape(), Circle(radius=n)]
    return [shape.describe() for shape in shapes]


@compile()
def loud(n: int) -> list[str]:
    made = Loud(volume=n)
    return [str(made), repr(made), made.shout(), f"{made}"]


@compile()
def invalid(text: str) -> str:
    return repr(Circle.model_validate_json(text))


CASES = {
    "circle": [(2.0,), (-0.5,)],
    "either": [(3,)],
    "loud": [(4,)],
    "invalid": [('{"radius": "x", "name": 1, "tags": [1]}',), ('{"name": "c"}',)],
}
