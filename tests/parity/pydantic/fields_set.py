"""`model_fields_set`, and dumps without what was not set or is the default."""

from typing import Optional

from pydantic import BaseModel, Field

from hotforge import compile


class Inner(BaseModel):
    n: int = 1
    m: Optional[int] = None


class Model(BaseModel):
    a: int = 1
    b: list[int] = Field(default_factory=list)
    c: Inner = Inner()
    d: Optional[float] = None
    e: str = Field("x", alias="E")


class Assigned(BaseModel):
    a: int = 1
    b: int = 2


@compile()
def given(text: str) -> list[str]:
    return sorted(Model.model_validate_json(text).model_fields_set)


@compile()
def unset(text: str) -> str:
    model = Model.model_validate_json(text)
    return f"{model.model_dump(exclude_unset=True)} {model.model_dump_json(exclude_unset=True)}"


@compile()
def unset_by_alias(text: str) -> str:
    model = Model.model_validate_json(text)
    return f"{model.model_dump(exclude_unset=True, by_alias=True, exclude_none=True)}"


@compile()
def defaults(text: str) -> str:
    model = Model.model_validate_json(text)
    return f"{model.model_dump(exclude_defaults=True)} {model.model_dump_json(exclude_defaults=True, indent=2)}"


@compile()
def none(text: str) -> str:
    model = Model.model_validate_json(text)
    return f"{model.model_dump(exclude_none=True, exclude_unset=True)} {model.model_dump(mode='json', exclude_defaults=True)}"


@compile()
def assigned(value: int) -> str:
    model = Assigned(b=value)
    before = sorted(model.model_fields_set)
    model.a = value
    copied = Assigned().model_copy(update={"b": value})
    return f"{before} {sorted(model.model_fields_set)} {copied.model_fields_set} {copied.model_dump(exclude_unset=True)}"


@compile()
def aliased(value: int) -> bool:
    model = Assigned(b=value)
    copied = model.model_copy()
    copied.a = 5
    return "a" in model.model_fields_set or "a" not in copied.model_fields_set


TEXTS = [
    ("{}",), ('{"a": 1}',), ('{"a": 2, "b": [], "d": null}',), ('{"c": {}}',), ('{"c": {"n": 1, "m": 5}, "E": "é"}',),
    ('{"b": [1], "c": {"m": null}, "d": 1.5}',), ('{"a": "x"}',),
]  # fmt: skip
CASES = {
    "given": TEXTS,
    "unset": TEXTS,
    "unset_by_alias": TEXTS,
    "defaults": TEXTS,
    "none": TEXTS,
    "assigned": [(1,), (2,)],
    "aliased": [(1,)],
}
