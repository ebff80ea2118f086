"""`errors()` of a `ValidationError`."""

from pydantic import BaseModel, Field, ValidationError, field_validator

from hotforge import compile


class Model(BaseModel):
    a: int = Field(ge=2)
    b: list[float] = []
    c: str = Field("abc", max_length=3)
    d: set[int] = Field(set(), max_length=1)
    e: float = Field(0.0, lt=1.5)

    @field_validator("c")
    @classmethod
    def check(cls, value: str) -> str:
        if value == "bad":
            raise ValueError("it's bad")
        return value


@compile()
def first(text: str) -> str:
    try:
        return repr(Model.model_validate_json(text))
    except ValidationError as error:
        return error.errors()[0]["msg"]


@compile()
def parts(text: str) -> list[tuple[str, tuple[int | str, ...], str, str]]:
    try:
        Model.model_validate_json(text)
        return []
    except ValidationError as error:
        return [(item["type"], item["loc"], item["msg"], item["url"]) for item in error.errors()]


@compile()
def whole(text: str) -> list[str]:
    try:
        Model.model_validate_json(text)
        return []
    except ValidationError as error:
        return [repr(item) for item in error.errors()] + [str(len(error.errors()))]


@compile()
def joined(text: str) -> str:
    try:
        Model.model_validate_json(text)
        return "fine"
    except ValidationError as error:
        return "; ".join(".".join(str(step) for step in item["loc"]) + ": " + item["msg"] for item in error.errors())


TEXTS = [
    ('{"a": 5}',), ('{"a": "x", "b": [1, "y", null]}',), ("{}",), ("[",), ('{"a": 1, "c": "abcd", "d": [1, 2], "e": 1.5}',), ('{"a": {"k": [1, 2]}, "c": "bad"}',),
]  # fmt: skip
CASES = {"first": TEXTS, "parts": TEXTS, "whole": TEXTS, "joined": TEXTS}
