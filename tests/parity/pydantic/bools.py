"""What a bool field takes, and makes of it."""

from pydantic import BaseModel

from hotforge import compile


class Model(BaseModel):
    value: bool


@compile()
def of_text(value: str) -> bool:
    return Model(value=value).value


@compile()
def of_number(value: int | float) -> bool:
    return Model(value=value).value


@compile()
def of_any(value: bool | bytes | None | list[bool]) -> str:
    return repr(Model(value=value))


@compile()
def of_json(text: str) -> str:
    return repr(Model.model_validate_json(text))


CASES = {
    "of_text": [(text,) for text in ["TRUE", " true", "yes", "On", "0", "1", "t", "F", "n", "OFF", "", "x", "2", "é"]],
    "of_number": [(1,), (0,), (2,), (-1,), (1.0,), (0.0,), (2.0,), (1.5,), (float("nan"),), (float("inf"),)],
    "of_any": [(True,), (b"true",), (b"x",), (None,), ([True],)],
    "of_json": [('{"value": true}',), ('{"value": "no"}',), ('{"value": 1}',), ('{"value": 0.5}',), ('{"value": null}',)],
}
