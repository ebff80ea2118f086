"""`field_validator` of mode "after"."""

from pydantic import BaseModel, ValidationError, field_validator

from hotforge import compile


class TooBig(ValueError):
    pass


class Model(BaseModel):
    name: str
    age: int = 0
    tags: list[str] = []

    @field_validator("name")
    @classmethod
    def not_empty(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("must not be empty")
        return value.title()

    @field_validator("age", mode="after")
    @classmethod
    def small(cls, value: int) -> int:
        assert value >= 0, "must not be negative"
        if value > 150:
            raise TooBig(f"{value} is too big")
        return value

    @field_validator("tags")
    @classmethod
    def sorted_tags(cls, value: list[str]) -> list[str]:
        return sorted(value)


class Below(Model):
    city: str = "x"

    @field_validator("city", "name")
    @classmethod
    def upper(cls, value: str) -> str:
        return value.upper()


class Raises(BaseModel):
    n: int

    @field_validator("n")
    @classmethod
    def divide(cls, value: int) -> int:
        return 10 // value


@compile()
def load(text: str) -> str:
    return repr(Model.model_validate_json(text))


@compile()
def make(name: str, age: int) -> str:
    return repr(Model(name=name, age=age))


@compile()
def below(text: str) -> str:
    return repr(Below.model_validate_json(text))


@compile()
def raises(n: int) -> int:
    return Raises(n=n).n


@compile()
def caught(age: int) -> str:
    try:
        return repr(Model(name="a", age=age))
    except ValidationError as error:
        return f"{error.error_count()} {error}"


CASES = {
    "load": [('{"name": "ab c"}',), ('{"name": " ", "age": -1, "tags": ["b", "a"]}',), ('{"name": 1, "age": 200}',), ('{"name": "a", "tags": ["b", "a"]}',)],
    "make": [("a", 1), ("", 151), ("b", -5)],
    "below": [('{"name": "ab", "city": "é"}',), ('{"name": "", "city": 5}',)],
    "raises": [(5,), (0,)],
    "caught": [(1,), (-1,), (500,)],
}  # fmt: skip
