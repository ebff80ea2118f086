"""`pydantic.ValidationError` from what a library says of one."""

from __future__ import annotations

import ast
import builtins
import sys
from typing import Any


def make_validation_error(described: dict[str, Any]) -> BaseException | None:
    """The exception that pydantic itself would have raised; `None` where pydantic is not imported, or is too old."""
    core = sys.modules.get("pydantic_core")
    if core is None:
        return None
    lines = [
        {
            "type": line["type"],
            "loc": tuple(line["loc"]),
            "input": _value(line["input"]["type"], line["input"]["repr"]),
            "ctx": {name: _detail(detail) for name, detail in line["ctx"].items()},
        }
        for line in described["errors"]
    ]
    try:
        made: BaseException = core.ValidationError.from_exception_data(described["title"], lines, described["mode"])
    except (KeyError, TypeError):
        return None
    return made


def _value(kind: str, text: str) -> Any:
    """The value of that class and repr; of a class that has no literals, an object that looks like it."""
    try:
        value = float(text) if kind == "float" else ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return _stand_in(kind, text)
    return value if type(value).__name__ == kind and repr(value) == text else _stand_in(kind, text)


def _stand_in(kind: str, text: str) -> Any:
    return type(kind, (), {"__repr__": lambda self: text})()


def _detail(detail: Any) -> Any:
    """What a message was made from: an exception, where a validator raised one."""
    if not isinstance(detail, dict):
        return detail
    kind = getattr(builtins, detail["class"], ValueError)
    return kind(detail["message"])
