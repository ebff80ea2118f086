"""`info` of validators: the name of the field, and what the fields before it hold."""

from typing import Annotated, Any

from hotforge import compile
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationInfo, field_validator


class Range(BaseModel):
    low: int
    high: int
    step: float | None = None
    names: list[str] = []
    label: str = ""

    @field_validator("high")
    @classmethod
    def behind(cls, value: int, info: ValidationInfo) -> int:
        if value < info.data["low"]:
            raise ValueError(f"{info.field_name} is below {info.data['low']}")
        return value

    @field_validator("step", "names", mode="before")
    @classmethod
    def told(cls, value: Any, info: ValidationInfo) -> Any:
        assert "label" not in info.data
        if info.field_name == "names" and isinstance(value, str):
            high = info.data.get("high", -1)
            return [f"{value}{high}", str(info.data.get("step"))]
        return value

    @field_validator("label", mode="after")
    @classmethod
    def shown(cls, value: str, info: ValidationInfo) -> str:
        data = info.data
        if "low" in data and "names" in data:
            return f"{value}/{data['low']}/{data['names']}/{data.get('step')}/{info.context}"
        return f"{value}?"


def doubled(value: int, info: ValidationInfo) -> int:
    return value * info.data.get("factor", 2)


def marked(value: Any, info: ValidationInfo) -> Any:
    return f"{value}" if isinstance(value, int) else value


class Wrapped(BaseModel):
    factor: int = Field(default=3, alias="by")
    amount: Annotated[int, AfterValidator(doubled)]
    text: Annotated[str, BeforeValidator(marked)] = "none"
    last: int = 0

    @field_validator("last", mode="wrap")
    @classmethod
    def clamped(cls, value: Any, handler: Any, info: ValidationInfo) -> int:
        try:
            return min(handler(value), info.data["amount"])
        except ValueError:
            return info.data.get("factor", -1)


class Derived(Range):
    extra: int

    @field_validator("extra")
    @classmethod
    def last_of_all(cls, value: int, info: ValidationInfo) -> int:
        return value + len(info.data["names"]) + info.data["high"]


@compile()
def ranges(low: str, high: int, step: float | None, names: str, label: str) -> str:
    try:
        made = Range.model_validate({"low": low, "high": high, "step": step, "names": names, "label": label})
        return f"{made!r} {made.model_dump()}"
    except ValueError as error:
        return f"{error}"


@compile()
def defaults(low: int, high: int) -> str:
    try:
        return repr(Range(low=low, high=high, label="x"))
    except ValueError as error:
        return f"{error}"


@compile()
def wrapped(by: int, amount: str, last: str) -> str:
    try:
        return repr(Wrapped.model_validate({"by": by, "amount": amount, "text": by, "last": last}))
    except ValueError as error:
        return f"{error}"


@compile()
def derived(low: int, high: int, extra: int) -> str:
    try:
        return repr(Derived(low=low, high=high, extra=extra, names=["a"]))
    except ValueError as error:
        return f"{error}"


CASES = {
    "ranges": [
        ("1", 5, 0.5, "n", "l"),
        ("1", 0, None, "", "é"),
        ("x", 7, 1.0, "n", "l"),
        ("9", 7, 1.0, "n", "l"),
    ],
    "defaults": [(1, 2), (2, 1)],
    "wrapped": [(2, "4", "100"), (2, "4", "1"), (2, "4", "x"), (2, "x", "1"), (0, "-3", "-9")],
    "derived": [(1, 2, 3), (3, 2, 1)],
}
