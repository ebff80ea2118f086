"""Properties that a model shows and writes as fields."""

from pydantic import BaseModel, computed_field

from hotforge import compile


class Box(BaseModel):
    width: float
    height: float = 1.0

    @computed_field
    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def hidden(self) -> int:
        return 5


class Named(Box):
    name: str = "n"

    @computed_field
    @property
    def label(self) -> str | None:
        return self.name.upper() if self.name else None


@compile()
def shown(width: float) -> list[str]:
    box = Box(width=width)
    return [repr(box), str(box), repr(box.model_dump()), box.model_dump_json(), str(box.area), str(box.hidden)]


@compile()
def named(name: str) -> list[str]:
    made = Named(width=2.0, name=name)
    made.width = 3.0
    return [
        repr(made),
        repr(made.model_dump()),
        made.model_dump_json(exclude_none=True),
        made.model_dump_json(include={"label", "width"}),
        repr(made.model_dump(exclude={"area", "name"})),
        repr(made == Named(width=3.0, name=name)),
    ]


CASES = {"shown": [(1.5,), (-0.0,)], "named": [("a",), ("",)]}
