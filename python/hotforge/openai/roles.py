"""Which parameter of a predictor is which of the API's."""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING, Any

from hotforge.library import Library, Predictor, load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Schema = dict[str, Any]
    Find = Callable[[str], Predictor]


def open_models(models: Mapping[str, str | os.PathLike[str] | Predictor | Library]) -> dict[str, Predictor]:
    """The predictors by the names that callers use: of a bundle of several predictors `name/predictor` for each."""
    predictors: dict[str, Predictor] = {}
    for name, model in models.items():
        loaded = load(model) if isinstance(model, str | os.PathLike) else model
        if isinstance(loaded, Library):
            predictors.update({f"{name}/{own}": predictor for own, predictor in loaded.predictors.items()})
        else:
            predictors[name] = loaded
    return predictors


def named(predictors: Mapping[str, Predictor], model: str) -> Predictor:
    """The predictor of that name. Raises `ValueError` where there is none."""
    try:
        return predictors[model]
    except KeyError:
        raise ValueError(f"there is no model {model!r}; there are {', '.join(predictors)}") from None


def is_given(value: Any) -> bool:
    """Whether a parameter of the API was given: not `None`, and none of the official package's marks for what is left out."""
    return value is not None and type(value).__name__ not in ("NotGiven", "Omit")


def members(schema: Schema) -> list[Schema]:
    """The types that a type may be."""
    return [inner for member in schema["members"] for inner in members(member)] if schema["type"] == "union" else [schema]


def takes_text(schema: Schema) -> bool:
    return any(member["type"] == "str" for member in members(schema))


def takes_texts(schema: Schema) -> bool:
    """Whether it takes a list of texts."""
    return any(member["type"] in ("list", "sequence") and takes_text(member["item"]) for member in members(schema))


def takes_messages(schema: Schema) -> bool:
    """Whether it takes a list of messages: dicts of texts, or objects with `role` and `content`."""
    if schema["type"] not in ("list", "sequence"):
        return False
    item = schema["item"]
    if item["type"] == "dict":
        return bool(item["key"]["type"] == item["value"]["type"] == "str")
    fields = item.get("fields") or {}
    return item["type"] in ("record", "typed-dict") and all(
        name in fields and takes_text(fields[name]) for name in ("role", "content")
    )


def main_input(predictor: Predictor, is_wanted: Callable[[dict[str, Any]], bool]) -> str | None:
    """The parameter that must be given, where no other must be."""
    parameters = predictor.manifest["parameters"]
    main = next((parameter for parameter in parameters if is_wanted(parameter)), None)
    if main is None or any("default" not in other for other in parameters if other is not main):
        return None
    return str(main["name"])


def optional(predictor: Predictor, denotation: str, field: str) -> str | None:
    """The parameter with that denotation; else the one that is called like the field."""
    parameters = predictor.manifest["parameters"]
    by_meaning = [parameter["name"] for parameter in parameters if parameter.get("denotation") == denotation]
    by_name = [parameter["name"] for parameter in parameters if parameter["name"] == field]
    return next(iter(by_meaning + by_name), None)


def denotes(predictor: Predictor, denotation: str) -> bool:
    """Whether its result means this."""
    return bool(predictor.manifest["returns"].get("denotation") == denotation)


def arguments(
    predictor: Predictor,
    main: str,
    value: Any,
    options: list[tuple[str, str, Any, Any]],
    extra: dict[str, Any] | None,
) -> dict[str, Any]:
    """The arguments of a call. An option is a field of the API, its denotation, what was given for it, and the value that may be
    given where the predictor has no such parameter.

    Raises `ValueError` where it has none and another value was given.
    """
    given = {main: value}
    for field, denotation, wanted, neutral in options:
        if not is_given(wanted):
            continue
        name = optional(predictor, denotation, field)
        if name is not None:
            given[name] = wanted
        elif wanted != neutral:
            raise ValueError(f"the model takes no {field}: leave it out")
    known = {parameter["name"] for parameter in predictor.manifest["parameters"]}
    given.update({name: item for name, item in (extra or {}).items() if name in known and name not in given})
    return given


def other_interface(model: str, what: str) -> ValueError:
    return ValueError(f"the model {model!r} makes no {what}: see what docs/serving.md asks of a predictor that does")


def new_id(prefix: str) -> str:
    return prefix + uuid.uuid4().hex[:24]
