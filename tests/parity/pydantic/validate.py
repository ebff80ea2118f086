"""`model_validate` of what compiled code holds."""

from pydantic import BaseModel

from hotforge import compile


class Inner(BaseModel):
    x: int


class Model(BaseModel):
    a: int
    b: str = "b"


class Holder(BaseModel):
    inner: Inner


@compile()
def of_ints(given: dict[str, int]) -> str:
    return repr(Model.model_validate(given))


@compile()
def of_mixed(given: dict[str, int | str | None]) -> str:
    return repr(Model.model_validate(given))


@compile()
def of_object(a: int) -> list[bool]:
    made = Model(a=a)
    return [Model.model_validate(made) is made, Model.model_validate(made) == made]


@compile()
def of_other(given: int | str | list[int] | None) -> str:
    return repr(Model.model_validate(given))


@compile()
def of_nested(given: dict[str, dict[str, int]]) -> str:
    return repr(Holder.model_validate(given))


CASES = {
    "of_ints": [({"a": 1},), ({},), ({"a": 1, "b": 2},), ({"z": 1},)],
    "of_mixed": [({"a": "1", "b": "x"},), ({"a": None, "b": None},), ({"a": "x" * 60},)],
    "of_object": [(1,)],
    "of_other": [(1,), ("x",), ([1],), (None,)],
    "of_nested": [({"inner": {"x": 1}},), ({"inner": {}},), ({},)],
}
