"""What str and bytes fields take, and make of it."""

from pydantic import BaseModel

from hotforge import compile


class Text(BaseModel):
    value: str


class Data(BaseModel):
    value: bytes


@compile()
def text(value: str | bytes | int | float | bool | None | list[str]) -> str:
    return repr(Text(value=value))


@compile()
def data(value: str | bytes | int | None) -> str:
    return repr(Data(value=value))


@compile()
def text_of_json(given: str) -> str:
    return repr(Text.model_validate_json(given))


@compile()
def data_of_json(given: str) -> str:
    return repr(Data.model_validate_json(given))


CASES = {
    "text": [("a",), ("",), (b"ab",), (b"\xff",), (1,), (1.5,), (True,), (None,), (["a"],)],
    "data": [("é",), (b"x",), (1,), (None,)],
    "text_of_json": [('{"value": "\\u00e9"}',), ('{"value": 5}',), ('{"value": [1, null, true, 1.5, {"a": "b"}]}',), ('{"value": 12345678901234567890}',)],
    "data_of_json": [('{"value": "\\u00e9"}',), ('{"value": 5}',)],
}  # fmt: skip
