"""Union fields: pydantic's smart mode."""

from typing import Optional, Union

from pydantic import BaseModel

from hotforge import compile


class IntOrStr(BaseModel):
    value: int | str


class StrOrInt(BaseModel):
    value: Union[str, int]


class Numbers(BaseModel):
    value: int | float | bool


class Maybe(BaseModel):
    value: Optional[int] = None
    other: str | None


class Many(BaseModel):
    value: list[int] | dict[str, int] | str | None = None


class Cat(BaseModel):
    name: str
    lives: int = 9


class Dog(BaseModel):
    name: str
    good: bool = True
    age: int = 1


class Pet(BaseModel):
    pet: Cat | Dog


@compile()
def int_or_str(text: str) -> str:
    return repr(IntOrStr.model_validate_json(text))


@compile()
def str_or_int(text: str) -> str:
    return repr(StrOrInt.model_validate_json(text))


@compile()
def given(value: int | str | float | None) -> str:
    return repr(IntOrStr(value=value))


@compile()
def numbers(value: int | float | bool | str) -> str:
    return repr(Numbers(value=value))


@compile()
def maybe(text: str) -> str:
    return repr(Maybe.model_validate_json(text))


@compile()
def many(text: str) -> str:
    return repr(Many.model_validate_json(text))


@compile()
def pet(text: str) -> str:
    return repr(Pet.model_validate_json(text))


CASES = {
    "int_or_str": [('{"value": 1}',), ('{"value": "1"}',), ('{"value": 1.0}',), ('{"value": 1.5}',), ('{"value": true}',), ('{"value": null}',), ("{}",)],
    "str_or_int": [('{"value": 1}',), ('{"value": "1"}',), ('{"value": 1.5}',)],
    "given": [(1,), ("1",), (1.0,), (1.5,), (None,)],
    "numbers": [(1,), (1.0,), (True,), ("1",), ("1.5",), ("true",), ("x",)],
    "maybe": [('{"other": null}',), ('{"value": null, "other": "a"}',), ('{"value": "x", "other": 1}',), ('{"value": 5}',)],
    "many": [('{"value": [1, "2"]}',), ('{"value": {"a": 1}}',), ('{"value": "x"}',), ('{"value": null}',), ('{"value": [1, "z"]}',), ('{"value": 5}',), ("{}",)],
    "pet": [('{"pet": {"name": "a"}}',), ('{"pet": {"name": "a", "good": false}}',), ('{"pet": {"name": "a", "lives": 3}}',), ('{"pet": {"name": "a", "good": "x", "lives": "y"}}',), ('{"pet": {}}',), ('{"pet": 1}',)],
}  # fmt: skip
