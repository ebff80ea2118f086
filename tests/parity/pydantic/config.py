"""Options of models."""

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from hotforge import compile


class Stripped(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True, str_min_length=1, str_to_lower=True)

    name: str
    tags: list[str] = []


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)

    a: int = 1
    b: float = 1.0
    c: str = ""
    d: list[int] = []
    e: bool = True


class Finite(BaseModel):
    model_config = {"allow_inf_nan": False}

    x: float


class Partly(BaseModel):
    a: StrictInt = 1
    b: int = Field(2, strict=True)
    c: int = 3


@compile()
def stripped(name: str, tags: list[str]) -> str:
    return repr(Stripped(name=name, tags=tags))


@compile()
def strict(text: str) -> str:
    return repr(Strict.model_validate_json(text))


@compile()
def strict_given(a: int | str | bool, b: float | int | str) -> str:
    return repr(Strict(a=a, b=b))


@compile()
def finite(x: float) -> float:
    return Finite(x=x).x


@compile()
def partly(text: str) -> str:
    return repr(Partly.model_validate_json(text))


CASES = {
    "stripped": [("  Ab ", [" X"]), ("   ", ["a", " "]), ("\u00a0É\t", [])],
    "strict": [("{}",), ('{"a": 1, "b": 2, "c": "x", "d": [1], "e": false}',), ('{"a": "1", "b": "2", "c": 1, "d": ["1"], "e": 1}',), ('{"a": true, "b": true}',)],
    "strict_given": [(1, 1.0), (True, 1), ("1", "1"), (2, 3)],
    "finite": [(1.0,), (float("inf"),), (float("nan"),)],
    "partly": [('{"a": 1, "b": 2, "c": "3"}',), ('{"a": "1", "b": 2.0, "c": "x"}',)],
}  # fmt: skip
