"""What a float field takes, and makes of it."""

from pydantic import BaseModel

from hotforge import compile


class Model(BaseModel):
    value: float


@compile()
def of_float(value: float) -> float:
    return Model(value=value).value


@compile()
def of_int(value: int) -> float:
    return Model(value=value).value


@compile()
def of_text(value: str) -> float:
    return Model(value=value).value


@compile()
def of_any(value: bool | bytes | None | list[float]) -> str:
    return repr(Model(value=value))


@compile()
def of_json(text: str) -> str:
    return repr(Model.model_validate_json(text))


CASES = {
    "of_float": [(0.1,), (-0.0,), (float("inf"),), (float("nan"),), (5e-324,)],
    "of_int": [(0,), (2**53 + 1,), (-(2**63),)],
    "of_text": [
        (text,)
        for text in ["1_0.5", "1__0", "_1", "1_", "nan", "-inf", "infinity", "1e5", ".5", "5.", "+1", "1d", "0x1p3", " 1.5 ", "", "1e", "١", "1,5"]
    ],
    "of_any": [(True,), (b"1.5",), (b"x",), (b"\xff",), (None,), ([1.0],)],
    "of_json": [('{"value": 1}',), ('{"value": 1.5}',), ('{"value": "1.5"}',), ('{"value": NaN}',), ('{"value": -Infinity}',), ('{"value": false}',), ('{"value": []}',), ('{"value": 123456789012345678901234567890}',)],
}  # fmt: skip
