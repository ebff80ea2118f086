"""Outcomes as JSON: what a call gave, or what it raised."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from compare import Outcome, Raised, Returned

PATH = Path(__file__).resolve().parent / "tensors_expected.json.gz"


def encode(outcome: Outcome) -> Any:
    """JSON for an outcome."""
    if isinstance(outcome, Raised):
        return {"raised": outcome.class_name, "message": outcome.message}
    return {"value": _encode(outcome.value)}


def _encode(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        elements = value.astype(np.int64) if value.dtype.kind in "biu" else value
        return {"array": value.dtype.name, "shape": value.shape, "elements": [_number(x) for x in elements.ravel().tolist()]}
    if isinstance(value, Image.Image):
        return {"image": value.mode, "size": value.size, "pixels": base64.b64encode(value.tobytes()).decode("ascii")}
    if type(value).__name__ == "Tensor" or type(value).__module__.startswith("torchvision.tv_tensors"):
        return _encode(value.numpy())
    if isinstance(value, tuple):
        return {"tuple": [_encode(item) for item in value]}
    if isinstance(value, list):
        return [_encode(item) for item in value]
    if isinstance(value, float):
        return {"float": repr(value)}
    return value


def _number(value: Any) -> Any:
    # Whole numbers of floats are short, but -0.0 and what is not finite are texts.
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf")) or repr(value) == "-0.0"):
        return repr(value)
    return value


def decode(text: Any) -> Outcome:
    """The outcome that JSON stands for."""
    if "raised" in text:
        return Raised(text["raised"], text["message"])
    return Returned(_decode(text["value"]))


def _decode(value: Any) -> Any:
    if isinstance(value, dict) and "array" in value:
        dtype = np.dtype(value["array"])
        elements = [float(x) if isinstance(x, str) else x for x in value["elements"]]
        # A JSON float of float32 is its repr as a float64, which rounds back to it.
        return np.array(elements, dtype=dtype).reshape(value["shape"])
    if isinstance(value, dict) and "image" in value:
        return Image.frombytes(value["image"], tuple(value["size"]), base64.b64decode(value["pixels"]))
    if isinstance(value, dict) and "tuple" in value:
        return tuple(_decode(item) for item in value["tuple"])
    if isinstance(value, dict):
        return float(value["float"])
    if isinstance(value, list):
        return [_decode(item) for item in value]
    return value
