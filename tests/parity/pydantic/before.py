"""Validators of mode "before", "plain" and "wrap", and `model_validator(mode="before")`."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError, field_validator, model_validator

from hotforge import compile


class Tagged(BaseModel):
    tags: list[str] = []
    size: int = 0

    @field_validator("tags", mode="before")
    @classmethod
    def split(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        if value is None:
            return []
        return value

    @field_validator("size", mode="before")
    @classmethod
    def sized(cls, value):
        if isinstance(value, bool):
            raise ValueError(f"{value} is no size")
        if isinstance(value, str) and value.endswith("k"):
            return float(value[:-1]) * 1000
        return value


class Moved(BaseModel):
    name: str
    age: int = 0

    @model_validator(mode="before")
    @classmethod
    def rename(cls, data: Any) -> Any:
        if isinstance(data, dict):
            if "old" in data and "name" not in data:
                data["name"] = data.pop("old")
            return data
        if isinstance(data, str):
            return {"name": data, "age": len(data)}
        return data

    @field_validator("age")
    @classmethod
    def positive(cls, value: int) -> int:
        if value < 0:
            raise ValueError("negative")
        return value


class Typed(BaseModel):
    text: str = ""
    items: list[int] = []

    @field_validator("text", mode="before")
    @classmethod
    def lower(cls, value: str) -> str:
        return value.lower()

    @field_validator("items", mode="before")
    @classmethod
    def some(cls, value: list[int] | None) -> list[int]:
        return value or [1, 2]


class Plain(BaseModel):
    value: int
    other: str = "x"

    @field_validator("value", mode="plain")
    @classmethod
    def anything(cls, value: Any) -> str:
        return f"<{value}>"


class Wrapped(BaseModel):
    value: int = Field(0, ge=0)

    @field_validator("value", mode="wrap")
    @classmethod
    def lenient(cls, value: Any, handler) -> int:
        if value == "":
            return -1
        try:
            return handler(value) * 2
        except ValidationError as error:
            if error.error_count() == 1 and isinstance(value, str):
                return len(value)
            raise


class Around(BaseModel):
    """Validators stand around one another in the order in which they are written."""

    n: int

    @field_validator("n", mode="after")
    @classmethod
    def first(cls, value: int) -> int:
        return value + 1

    @field_validator("n", mode="before")
    @classmethod
    def second(cls, value: Any) -> Any:
        return value * 10 if isinstance(value, int) else value

    @field_validator("n", mode="after")
    @classmethod
    def third(cls, value: int) -> int:
        if value > 100:
            raise ValueError("too big")
        return -value


def clean(value: str) -> str:
    return value.strip()


def no_digits(value: str) -> str:
    assert not any(c.isdigit() for c in value), "has digits"
    return value


class Functional(BaseModel):
    word: Annotated[str, AfterValidator(clean), AfterValidator(no_digits)]
    count: Annotated[int, BeforeValidator(lambda value: value if value else 0), Field(le=9)] = 1


@compile()
def tagged(text: str) -> str:
    return repr(Tagged.model_validate_json(text))


@compile()
def tagged_of(tags: str, size: float) -> str:
    return repr(Tagged(tags=tags, size=size))


@compile()
def moved(text: str) -> str:
    return repr(Moved.model_validate_json(text))


@compile()
def moved_of(name: str, age: int) -> str:
    return f"{Moved(old=name, age=age)!r} {Moved.model_validate(name)} {Moved.model_validate(Moved(name=name))}"


@compile()
def typed(text: str, items: list[int]) -> str:
    return f"{Typed(text=text, items=items)} {Typed(text=text, items=None)} {Typed()}"


@compile()
def plain(text: str) -> str:
    model = Plain.model_validate_json(text)
    return f"{model!r} {model.value.upper()}"


@compile()
def wrapped(text: str) -> str:
    return repr(Wrapped.model_validate_json(text))


@compile()
def wrapped_of(value: str, number: int) -> str:
    return f"{Wrapped(value=value)} {Wrapped(value=number)}"


@compile()
def around(text: str) -> str:
    return repr(Around.model_validate_json(text))


@compile()
def functional(text: str) -> str:
    return repr(Functional.model_validate_json(text))


CASES = {
    "tagged": [
        ("{}",), ('{"tags": " a , b,,"}',), ('{"tags": ["a", 1]}',), ('{"tags": null, "size": "2.5k"}',),
        ('{"size": true}',), ('{"size": "k"}',), ('{"size": [1], "tags": 5}',), ('{"tags": {"a": 1}, "size": 3.0}',),
    ],
    "tagged_of": [("é,ü", 2.0), ("", 2.5), (",", float("nan"))],
    "moved": [
        ('{"old": "a"}',), ('{"old": "a", "name": "b", "age": "7"}',), ('"abc"',), ("5",), ("[]",), ("{}",),
        ('{"old": 5, "age": -1}',), ('{"name": "a", "age": -1, "x": {"deep": [1]}}',),
    ],
    "moved_of": [("ab", 3), ("", 0), ("ab", -3)],
    "typed": [("ÄB", [1]), ("", []), ("x", [5, 6])],
    "plain": [('{"value": 1}',), ('{"value": null}',), ('{"value": "a"}',), ("{}",), ('{"value": 1.5, "other": 2}',)],
    "wrapped": [('{"value": "5"}',), ('{"value": ""}',), ('{"value": "abc"}',), ('{"value": null}',), ('{"value": -1}',), ("{}",)],
    "wrapped_of": [("12", 3), ("-1", 4), ("", -3)],
    "around": [('{"n": 2}',), ('{"n": "2"}',), ('{"n": 50}',), ('{"n": "x"}',), ('{"n": 2.5}',)],
    "functional": [('{"word": " a "}',), ('{"word": "a1", "count": 20}',), ('{"word": 1, "count": ""}',), ('{"word": "b", "count": null}',)],
}  # fmt: skip
