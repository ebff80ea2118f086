"""Objects of a predictor's classes, as results."""

from __future__ import annotations

import dataclasses
import functools
from collections import namedtuple
from typing import Any


class Record:
    """An object with named fields that a predictor returned: the fields are its attributes.

    It is equal to another with the same class name and equal fields, and to an object of the class itself.
    """

    def __init__(self, class_name: str, fields: dict[str, Any]) -> None:
        self.__dict__.update(fields)
        self.__dict__["__class_name__"] = class_name

    def _asdict(self) -> dict[str, Any]:
        """The fields by name."""
        return {name: value for name, value in self.__dict__.items() if name != "__class_name__"}

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{self.__dict__['__class_name__']}({fields})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Record):
            return self.__dict__ == other.__dict__
        return type(other).__name__ == self.__dict__["__class_name__"] and self._asdict() == fields_of(other)

    __hash__ = None  # type: ignore[assignment]


@functools.cache
def _named_tuple_class(name: str, fields: tuple[str, ...]) -> type[tuple[Any, ...]]:
    return namedtuple(name, fields)  # noqa: PYI024 - its fields are known only here


def named_tuple(class_name: str, fields: dict[str, Any]) -> tuple[Any, ...]:
    """An object of a named tuple that a predictor returned: of a class with that name and those fields."""
    return _named_tuple_class(class_name, tuple(fields))(*fields.values())


def fields_of(value: object) -> dict[str, Any] | None:
    """The fields of an object that can be passed to a predictor, by name; `None` where it has none."""
    if isinstance(value, Record):
        return value._asdict()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if hasattr(value, field.name)}
    slots = [name for kind in type(value).__mro__ for name in _slots(kind)]
    fields = {name: getattr(value, name) for name in slots if hasattr(value, name)}
    if hasattr(value, "__dict__"):
        fields.update(vars(value))
    return fields if slots or hasattr(value, "__dict__") else None


def _slots(kind: type) -> list[str]:
    slots = kind.__dict__.get("__slots__", ())
    names = [slots] if isinstance(slots, str) else list(slots)
    return [name for name in names if not name.startswith("__")]


def is_model(value: object) -> bool:
    """Whether it is an object of a model of pydantic, which need not be there."""
    return hasattr(type(value), "__pydantic_fields__")


def class_name_of(value: object) -> str:
    """The name of the class of such an object."""
    return str(value.__dict__["__class_name__"]) if isinstance(value, Record) else type(value).__name__
