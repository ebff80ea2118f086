"""Arguments of a predictor from JSON, as its manifest types them."""

from __future__ import annotations

import base64
import typing
from types import ModuleType, UnionType
from typing import Any

from hotforge.record import Record
from hotforge.signature import constant
from hotforge.values import standard_object


class Misfit(Exception):
    """An argument does not fit its parameter; the text says why."""


def given(arguments: dict[str, Any], predictor: dict[str, Any], module: ModuleType | None) -> dict[str, Any]:
    """The arguments by name. Objects of classes are made of the classes that the module's function is annotated with.

    Raises `Misfit` where a value cannot be what the parameter takes.
    """
    annotations = _annotations(module, predictor["name"])
    made = {}
    for name, value in arguments.items():
        described = next((one for one in predictor["parameters"] if one["name"] == name), None)
        if described is None:
            raise Misfit(f"the predictor has no parameter {name}")
        try:
            made[name] = _make(value, described["schema"], annotations.get(name))
        except Misfit as misfit:
            raise Misfit(f"{name}: {misfit}. Its type is {described['type']}") from None
    return made


def _annotations(module: ModuleType | None, predictor: str) -> dict[str, Any]:
    try:
        return typing.get_type_hints(getattr(module, predictor))
    except Exception:  # noqa: BLE001 - an annotation that cannot be evaluated names no class
        return {}


def _make(value: Any, schema: dict[str, Any], annotation: Any) -> Any:
    kind = schema["type"]
    inner = typing.get_args(annotation)
    misfit = Misfit(f"{_shown(value)} is no {kind}")
    match kind:
        case "none" if value is None:
            return None
        case "bool" if isinstance(value, bool):
            return value
        case "int" if type(value) is int:
            return value
        case "float":
            return _float(value, misfit)
        case "str" if isinstance(value, str):
            return value
        case "bytes" if isinstance(value, dict) and isinstance(value.get("bytes"), str):
            return base64.b64decode(value["bytes"])
        case "literal":
            # Which choices there are is the predictor's to say.
            return value
        case "list" | "set" | "frozenset" | "sequence" if isinstance(value, list):
            items = [_make(item, schema["item"], inner[0] if inner else None) for item in value]
            return {"list": list, "set": set, "frozenset": frozenset, "sequence": tuple}[kind](items)
        case "tuple" if isinstance(value, list) and len(value) == len(schema["items"]):
            annotations = inner if len(inner) == len(value) else (None,) * len(value)
            return tuple(map(_make, value, schema["items"], annotations))
        case "dict" if isinstance(value, dict | list):
            return _dict(value, schema, inner if len(inner) == 2 else (None, None))
        case "union":
            return _union(value, schema, annotation)
        case "array" | "scalar":
            return _array(value, schema)
        case "enum":
            return _member(value, schema, annotation)
        case "record" if isinstance(value, dict):
            return _record(value, schema, annotation)
    raise misfit


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _float(value: Any, misfit: Misfit) -> float:
    if isinstance(value, dict) and isinstance(value.get("float"), str):
        return float(value["float"])
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise misfit
    return float(value)


def _dict(value: Any, schema: dict[str, Any], inner: tuple[Any, ...]) -> dict[Any, Any]:
    """Of an object where the keys are text, or of a list of pairs."""
    pairs = value.items() if isinstance(value, dict) else value
    made = {}
    for pair in pairs:
        if not isinstance(pair, list | tuple) or len(pair) != 2:
            raise Misfit("a dict is an object, or a list of pairs")
        made[_make(pair[0], schema["key"], inner[0])] = _make(pair[1], schema["value"], inner[1])
    return made


def _union(value: Any, schema: dict[str, Any], annotation: Any) -> Any:
    is_union = typing.get_origin(annotation) in (typing.Union, UnionType)
    choices = typing.get_args(annotation) if is_union else ()
    for member in schema["members"]:
        named = [choice for choice in choices if getattr(choice, "__name__", None) == member.get("class")]
        try:
            return _make(value, member, named[0] if named else None)
        except Misfit:
            continue
    raise Misfit(f"{_shown(value)} fits none of the types")


def _array(value: Any, schema: dict[str, Any]) -> Any:
    import numpy

    try:
        if isinstance(value, str):
            return _array_of_file(numpy, value).astype(schema["dtype"], copy=False)
        made = numpy.array(value, dtype=schema["dtype"])
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise Misfit(str(error)) from None
    return made if schema["type"] == "array" else made[()]


def _array_of_file(numpy: Any, path: str) -> Any:
    """The array in an .npy file, or the pixels of an image."""
    if path.endswith(".npy"):
        return numpy.load(path, allow_pickle=False)
    try:
        from PIL import Image  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        raise Misfit("reading an image needs Pillow: pip install pillow") from None
    with Image.open(path) as image:
        return numpy.asarray(image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGB"))


def _member(value: Any, schema: dict[str, Any], annotation: Any) -> Any:
    """A member of an enum, by its name or its value."""
    members = {name: constant(stored) for name, stored in schema["members"].items()}
    name = value if isinstance(value, str) and value in members else next((name for name in members if members[name] == value), None)
    if name is None:
        raise Misfit(f"{_shown(value)} is none of {', '.join(members)}")
    if annotation is None or not hasattr(annotation, "__members__"):
        raise Misfit(f"the class {schema['class']} is not known without the module")
    return annotation[name]


def _record(value: dict[str, Any], schema: dict[str, Any], annotation: Any) -> Any:
    """An object of the class, or where it is not known of one with the same name and fields."""
    fields = schema.get("fields", {})
    if unknown := [name for name in value if name not in fields]:
        raise Misfit(f"{schema['class']} has no field {unknown[0]}")
    try:
        annotations = typing.get_type_hints(annotation) if isinstance(annotation, type) else {}
    except Exception:  # noqa: BLE001 - as above
        annotations = {}
    made = {name: _make(item, fields[name], annotations.get(name)) for name, item in value.items()}
    try:
        made_object = standard_object(schema["class"], made)
    except (TypeError, ValueError) as error:
        raise Misfit(str(error)) from None
    if made_object is not None:
        return made_object
    if not isinstance(annotation, type):
        return Record(schema["class"], made)
    try:
        return annotation(**made)
    except TypeError as error:
        raise Misfit(str(error)) from None
