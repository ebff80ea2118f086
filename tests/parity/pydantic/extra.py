"""What is no field: ignored or forbidden."""

from pydantic import BaseModel, ConfigDict

from hotforge import compile


class Loose(BaseModel):
    a: int


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")

    a: int
    b: str = "b"


class Below(Strict):
    c: int = 1


@compile()
def loose(text: str) -> str:
    return repr(Loose.model_validate_json(text))


@compile()
def forbidden(text: str) -> str:
    return repr(Strict.model_validate_json(text))


@compile()
def below(text: str) -> str:
    return repr(Below.model_validate_json(text))


@compile()
def by_name(x: int) -> str:
    return repr(Strict(a=x, z=x, y="q"))


@compile()
def ignored(x: int) -> str:
    return repr(Loose(a=x, z=[x]))


TEXTS = [('{"a": 1}',), ('{"a": 1, "x": 2, "y.z": [1]}',), ('{"x": 1}',), ('{"a": "q", "b": 1, "x": null}',)]
CASES = {"loose": TEXTS, "forbidden": TEXTS, "below": TEXTS + [('{"a": 1, "c": 2}',)], "by_name": [(1,)], "ignored": [(1,)]}
