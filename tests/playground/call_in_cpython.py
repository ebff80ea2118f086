"""Calls a predictor in CPython, and prints what the page would show of the result: its `repr`, or of a picture its PNG.

    python call_in_cpython.py FILE PREDICTOR ARGUMENTS

ARGUMENTS is JSON by the names of parameters. What is missing has its default, or what the page's form begins with.
"""

from __future__ import annotations

import base64
import importlib.util
import inspect
import io
import json
import sys
import typing
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

#: What a form begins with: `sample` of playground/web/src/run/schema.ts.
SAMPLES = {
    str: "The quick brown fox jumps over the lazy dog.",
    int: 3,
    float: 0.5,
    list[str]: ["a quick fox", "a lazy dog", "the sun in spring"],
    list[int]: [3, 1, 4, 1, 5, 9, 2, 6],
    list[float]: [1.1, 1.9, 3.2, 3.9, 5.1, 5.8, 7.2],
    list[list[int]]: [[3, 1, 4, 1, 5, 9, 2, 6]],
    np.ndarray: [0, 1, 2, 3],
}


def main() -> None:
    file, name, given = Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
    # An example of several files imports those beside it; the others may be called as modules are.
    if file.name == "main.py":
        sys.path.append(str(file.parent))
    spec = importlib.util.spec_from_file_location("example", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules["example"] = module
    spec.loader.exec_module(module)
    predictor = getattr(module, name)
    arguments = {}
    for parameter, kind in typing.get_type_hints(predictor).items():
        has_default = inspect.signature(predictor).parameters[parameter].default is not inspect.Parameter.empty if parameter != "return" else True
        if parameter in given or not has_default:
            arguments[parameter] = read(given.get(parameter), kind)
    print(shown(predictor(**arguments)))


def read(value: Any, kind: Any) -> Any:
    """A value of JSON as one of a parameter's type."""
    is_array = (typing.get_origin(kind) or kind) is np.ndarray
    if value is None:
        value = SAMPLES[np.ndarray if is_array else kind]
    if is_array:
        (dtype,) = typing.get_args(typing.get_args(kind)[1])
        return np.array(value, dtype)
    if kind is Image.Image:
        return Image.open(value)
    return Path(value).read_bytes() if kind is bytes else value


def shown(result: Any) -> str:
    if isinstance(result, bytes) and result.startswith(b"\x89PNG"):
        result = Image.open(io.BytesIO(result))
    if isinstance(result, Image.Image):
        file = io.BytesIO()
        result.save(file, "PNG")
        return "PNG " + base64.b64encode(file.getvalue()).decode()
    return repr(list(result) if hasattr(result, "__next__") else result)


if __name__ == "__main__":
    main()
