"""The Python signature of a predictor, from its manifest."""

from __future__ import annotations

import base64
import datetime
import inspect
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union

from hotforge.parameter import Parameter

_KINDS = {
    "positional-only": inspect.Parameter.POSITIONAL_ONLY,
    "positional-or-keyword": inspect.Parameter.POSITIONAL_OR_KEYWORD,
    "keyword-only": inspect.Parameter.KEYWORD_ONLY,
}
_PLAIN: dict[str, Any] = {
    "none": None, "bool": bool, "int": int, "float": float, "complex": complex, "str": str, "bytes": bytes,
}  # fmt: skip
#: Classes of the standard library, whose objects are records with these fields elsewhere.
_OBJECTS: dict[tuple[str, ...], Any] = {
    ("bytearray", "bytes"): bytearray,
    ("date", "iso"): datetime.date,
    ("datetime", "iso"): datetime.datetime,
    ("time", "iso"): datetime.time,
    ("timedelta", "days", "seconds", "microseconds"): datetime.timedelta,
}
_CONTAINERS: dict[str, Any] = {"list": list, "set": set, "frozenset": frozenset}


def signature(predictor: dict[str, Any]) -> inspect.Signature:
    """The signature of the predictor that a manifest describes."""
    parameters = [
        inspect.Parameter(
            described["name"],
            _KINDS[described["kind"]],
            default=constant(described["default"]) if "default" in described else inspect.Parameter.empty,
            annotation=annotation(described),
        )
        for described in predictor["parameters"]
    ]
    return inspect.Signature(parameters, return_annotation=annotation(predictor.get("returns", {})))


def annotation(described: dict[str, Any]) -> Any:
    """The annotation of a parameter or result: its type, with its `Parameter` where it has one."""
    of_schema = (
        type_of(described["schema"]) if "schema" in described else described.get("type", inspect.Parameter.empty)
    )
    if "denotation" not in described and "description" not in described:
        return of_schema
    fields = {name: constant(value) for name, value in described.get("fields", {}).items()}
    meaning = Parameter(described.get("denotation", "Generic"), description=described.get("description"), **fields)
    return Annotated[of_schema, meaning]


def type_of(schema: dict[str, Any]) -> Any:
    """The Python type that a schema describes; `Any` where it is of a kind not known here."""
    kind = schema["type"]
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _CONTAINERS:
        return _CONTAINERS[kind][type_of(schema["item"])]
    generic: Any
    match kind:
        case "literal":
            generic, arguments = Literal, tuple(map(constant, schema["choices"]))
        case "iterator":
            generic, arguments = Iterator, type_of(schema["item"])
        case "sequence":
            generic, arguments = tuple, (type_of(schema["item"]), ...)
        case "tuple":
            generic, arguments = tuple, tuple(map(type_of, schema["items"]))
        case "dict":
            generic, arguments = dict, (type_of(schema["key"]), type_of(schema["value"]))
        case "union":
            generic, arguments = Union, tuple(map(type_of, schema["members"]))
        case "record":
            fields = tuple(schema.get("fields", {}))
            return _OBJECTS.get((schema["class"], *fields), Any)
        case "array" | "scalar":
            return _numpy_type(kind, schema["dtype"])
        case _:
            return Any
    return generic[arguments]


def _numpy_type(kind: str, dtype: str) -> Any:
    try:
        import numpy
    except ImportError:
        return Any
    scalar: Any = numpy.dtype(dtype).type
    of_dtype: Any = numpy.dtype
    array: Any = numpy.ndarray
    return scalar if kind == "scalar" else array[Any, of_dtype[scalar]]


def constant(value: Any) -> Any:
    """The Python value of a constant of the manifest."""
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    match kind:
        case "float":
            return float(content)
        case "bytes":
            return base64.b64decode(content)
        case "tuple":
            return tuple(map(constant, content))
    raise ValueError(f"the manifest holds a constant of kind {kind}, which this version of hotforge does not know")
