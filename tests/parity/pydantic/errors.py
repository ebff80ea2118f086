"""Catching `ValidationError`, and what it tells."""

from pydantic import BaseModel, ValidationError

from hotforge import compile


class Model(BaseModel):
    a: int
    b: list[float] = []


@compile()
def as_itself(text: str) -> str:
    try:
        return repr(Model.model_validate_json(text))
    except ValidationError as error:
        return f"{error.error_count()}|{error.title}|{error}"


@compile()
def as_value_error(text: str) -> str:
    try:
        return repr(Model.model_validate_json(text))
    except ValueError as error:
        return f"{type(error).__name__}: {error!r}"


@compile()
def told_apart(text: str, n: int) -> str:
    try:
        if n > 1:
            raise ValueError("own")
        return str(Model.model_validate_json(text).a // n)
    except ValidationError:
        return "invalid"
    except ValueError as error:
        return str(error)
    except ZeroDivisionError:
        return "zero"


@compile()
def as_json(text: str) -> str:
    try:
        return repr(Model.model_validate_json(text))
    except ValidationError as error:
        return error.json()


@compile()
def again(text: str) -> str:
    try:
        return repr(Model.model_validate_json(text))
    except ValidationError:
        raise


TEXTS = ['{"a": 1}', '{"a": "x", "b": [1, "y", null]}', "{}", "[", '{"a": {"k": [1, 2]}}']
CASES = {
    "as_itself": [(text,) for text in TEXTS],
    "as_value_error": [(text,) for text in TEXTS],
    "told_apart": [(TEXTS[0], 1), (TEXTS[0], 0), (TEXTS[0], 2), (TEXTS[1], 1)],
    "as_json": [(text,) for text in TEXTS],
    "again": [(text,) for text in TEXTS],
}
