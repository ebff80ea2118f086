"""Literal parameters."""

from typing import Literal, Optional

from hotforge import compile

FACTORS = {"half": 0.5, "double": 2.0}


@compile()
def scale(value: float, mode: Literal["half", "double"] = "double") -> float:
    return value * FACTORS[mode]


@compile()
def choose(level: Literal[1, 2, 3]) -> str:
    if level == 1:
        return "one"
    elif level == 2:
        return "two"
    return "three"


@compile()
def optional(name: Optional[str] = None) -> str:
    return "anonymous" if name is None else name


CASES = {
    "scale": [(3.0,), (3.0, "half")],
    "choose": [(1,), (2,), (3,)],
    "optional": [(), ("x",), (None,)],
}
