"""`validate_assignment`."""

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from hotforge import compile


class Inner(BaseModel):
    n: int


class Model(BaseModel):
    model_config = ConfigDict(validate_assignment=True)

    x: int = Field(0, ge=0, le=100)
    names: list[str] = []
    inner: Inner | None = None
    word: str = "a"

    @field_validator("word")
    @classmethod
    def short(cls, value: str) -> str:
        if len(value) > 3:
            raise ValueError("too long")
        return value.upper()


class Whole(BaseModel):
    model_config = ConfigDict(validate_assignment=True)

    low: int = 0
    high: int = 10

    @model_validator(mode="after")
    def ordered(self) -> "Whole":
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


@compile()
def number(text: str) -> str:
    model = Model()
    model.x = text
    return f"{model!r} {model.x + 1}"


@compile()
def number_of(value: float) -> int:
    model = Model()
    model.x = value
    return model.x


@compile()
def words(word: str, names: list[str]) -> str:
    model = Model()
    before = model.names
    model.word = word
    model.names = names
    names.append("late")
    return f"{model!r} {before} {names}"


@compile()
def inner(n: int) -> str:
    model = Model()
    model.inner = {"n": n}
    assert model.inner is not None
    first = model.inner.n
    model.inner = None
    return f"{first} {model!r}"


@compile()
def caught(word: str, value: int) -> str:
    model = Model(x=1)
    try:
        model.x = value
        model.word = word
    except ValidationError as error:
        return f"{error} {model!r}"
    return repr(model)


@compile()
def whole(low: int, high: int) -> str:
    model = Whole()
    try:
        model.high = high
        model.low = low
    except ValidationError as error:
        return f"{error} {model!r}"
    return repr(model)


CASES = {
    "number": [("5",), ("101",), ("x",), (" 7 ",), ("-1",)],
    "number_of": [(5.0,), (5.5,), (float("inf"),)],
    "words": [("ab", ["é"]), ("abcd", []), ("", ["x", "y"])],
    "inner": [(5,), (-5,)],
    "caught": [("ab", 5), ("abcd", 5), ("ab", 500)],
    "whole": [(1, 5), (5, 1), (0, -1)],
}
