"""What an int field takes, and makes of it."""

from pydantic import BaseModel

from hotforge import compile


class Model(BaseModel):
    value: int


@compile()
def of_int(value: int) -> int:
    return Model(value=value).value


@compile()
def of_text(value: str) -> int:
    return Model(value=value).value


@compile()
def of_float(value: float) -> int:
    return Model(value=value).value


@compile()
def of_bytes(value: bytes) -> int:
    return Model(value=value).value


@compile()
def of_bool(value: bool) -> int:
    return Model(value=value).value


@compile()
def of_any(value: int | str | float | None | list[int] | dict[str, int]) -> str:
    return repr(Model(value=value))


@compile()
def of_json(text: str) -> str:
    return repr(Model.model_validate_json(text))


CASES = {
    "of_int": [(0,), (-(2**63),), (2**63 - 1,)],
    "of_text": [
        (text,)
        for text in [
            "1", "1.0", "1.", "01", "+1", "+-1", "-+1", "-01", "- 1", "--1", "++1", "1__0", "_1", "1_", "0_1", "1_0.0", "1.0_0", "٣",
            " 1\n", "1e3", "0x10", "-0", "00", "0.0", ".0", "-0.0", "1.00", "", " ", "-", "+", "x" * 100, "é" * 60, "9223372036854775807",
        ]
    ],  # fmt: skip
    "of_float": [(1.0,), (-0.0,), (1.5,), (float("nan"),), (float("inf"),), (1e18,), (1e19,), (-1e300,)],
    "of_bytes": [(b"12",), (b" 1 ",), (b"x",), (b"\xff",), (b"",)],
    "of_bool": [(True,), (False,)],
    "of_any": [(1,), ("2",), (2.5,), (None,), ([1, 2],), ({"a": 1},), ([],)],
    "of_json": [
        (text,)
        for text in ['{"value": 1}', '{"value": "1"}', '{"value": 1.0}', '{"value": 1.5}', '{"value": true}', '{"value": null}',
                     '{"value": []}', '{"value": {}}', '{"value": "x"}', "{}", '{"value": 1, "value": 2}', '{"value": 1e400}']
    ],  # fmt: skip
}
