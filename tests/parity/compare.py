"""Compares what CPython gives with what native code gives: values with their types, exceptions with their texts."""

from __future__ import annotations

import copy
import enum
import math
import struct
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hotforge
import numpy as np
from PIL import Image
from hotforge.record import class_name_of, fields_of

REPOSITORY = Path(__file__).resolve().parent.parent.parent
INT_RANGE = range(-(2**63), 2**63)

#: How floats are compared: to the bit (None), within a relative error (a float), or "2 ulp".
Tolerance = float | str | None


@dataclass
class Returned:
    """A call that gave a value."""

    value: Any

    def __str__(self) -> str:
        return f"{self.value!r}"


@dataclass
class Streamed:
    """A call that gave an iterator: its first items, and how it ended."""

    items: list[Any]
    end: Raised | None

    def __str__(self) -> str:
        return f"{self.items!r}, then {self.end or 'the end'}"


@dataclass
class Raised:
    """A call that raised."""

    class_name: str
    message: str
    #: What it was raised from, one after the other.
    causes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " from ".join([f"{self.class_name}: {self.message}", *self.causes])

    @staticmethod
    def of(error: BaseException) -> Raised:
        """What is compared of an exception. What a library of CPython raises from something is the library's own affair."""
        causes, cause = [], error.__cause__ if raised_here(error) else None
        while cause is not None:
            causes.append(f"{type(cause).__name__}: {cause}")
            cause = cause.__cause__
        return Raised(type(error).__name__, str(error), tuple(causes))


def raised_here(error: BaseException) -> bool:
    """Whether the program raises the exception, or its native form does."""
    frames = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    is_ours = [REPOSITORY in Path(frame).parents and ".venv" not in Path(frame).parts for frame in frames[-1:]]
    return all(is_ours)


Outcome = Returned | Streamed | Raised

#: How many items of an iterator are compared: some have no end.
MOST_ITEMS = 100


def outcome(function, arguments: tuple) -> Outcome:
    """Calls the function and says what came of it."""
    try:
        value = function(*arguments)
    except Exception as error:
        return Raised.of(error)
    return streamed(value) if isinstance(value, Iterator) else Returned(value)


def streamed(items: Iterator[Any]) -> Streamed:
    """Takes the items of an iterator."""
    taken = []
    try:
        for item in items:
            taken.append(copy.deepcopy(item))
            if len(taken) == MOST_ITEMS:
                break
    except Exception as error:
        return Streamed(taken, Raised.of(error))
    return Streamed(taken, None)


def difference(expected: Outcome, actual: Outcome, tolerance: Tolerance) -> str | None:
    """What is different, or None where the two agree."""
    if isinstance(expected, Returned) and holds_big_int(expected.value):
        # CPython's ints have no end, native ones have 64 bits: there, and only there, an OverflowError is right.
        agree = isinstance(actual, Raised) and actual.class_name == "OverflowError"
        return None if agree else "an int beyond 64 bits must raise OverflowError"
    if isinstance(expected, Streamed) and isinstance(actual, Streamed):
        if expected.end != actual.end:
            return "the streams end otherwise"
        return value_difference(expected.items, actual.items, tolerance)
    if isinstance(expected, Streamed) or isinstance(actual, Streamed):
        return "one of the two is no stream"
    if isinstance(expected, Raised) or isinstance(actual, Raised):
        return None if expected == actual else "one of the two raised otherwise"
    return value_difference(expected.value, actual.value, tolerance)


def holds_big_int(value: Any) -> bool:
    """Whether the value is, or holds, an int that does not fit 64 bits."""
    if type(value) is int:
        return value not in INT_RANGE
    if isinstance(value, dict):
        return any(holds_big_int(item) for pair in value.items() for item in pair)
    if isinstance(value, (list, tuple, set, frozenset)):
        return any(holds_big_int(item) for item in value)
    return False


def value_difference(expected: Any, actual: Any, tolerance: Tolerance) -> str | None:
    """What is different between two values, or None."""
    if isinstance(expected, enum.Enum):
        # A member crosses the boundary as its value.
        expected = expected.value
    if isinstance(actual, hotforge.Record):
        # Objects come back as records of the same class name and fields.
        names = (type(expected).__name__, class_name_of(actual))
        if names[0] != names[1]:
            return f"an object of {names[0]} against {names[1]}"
        return value_difference(fields_of(expected), fields_of(actual), tolerance)
    if is_named_tuple(expected) and is_named_tuple(actual):
        # A named tuple comes back as one of a class with the same name and fields.
        names = [(type(value).__name__, value._fields) for value in (expected, actual)]
        if names[0] != names[1]:
            return f"a named tuple {names[0]} against {names[1]}"
        return items_difference(expected, actual, tolerance)
    if isinstance(expected, Image.Image) and isinstance(actual, Image.Image):
        return image_difference(expected, actual, tolerance)
    if type(expected) is not type(actual):
        return f"type {type(expected).__name__} against {type(actual).__name__}"
    if isinstance(expected, float) or isinstance(expected, np.floating):
        agree = floats_agree(float(expected), float(actual), tolerance)
        return None if agree else f"{expected!r} against {actual!r}"
    if isinstance(expected, (complex, np.complexfloating)):
        pairs = [(expected.real, actual.real), (expected.imag, actual.imag)]
        agree = all(floats_agree(*pair, tolerance) for pair in pairs)
        return None if agree else f"{expected!r} against {actual!r}"
    if isinstance(expected, np.ndarray):
        return array_difference(expected, actual, tolerance)
    if isinstance(expected, dict):
        return items_difference(list(expected.items()), list(actual.items()), tolerance)
    if isinstance(expected, (list, tuple)):
        return items_difference(expected, actual, tolerance)
    return None if expected == actual else f"{expected!r} against {actual!r}"


def is_named_tuple(value: Any) -> bool:
    return isinstance(value, tuple) and hasattr(value, "_fields")


def items_difference(expected, actual, tolerance: Tolerance) -> str | None:
    if len(expected) != len(actual):
        return f"{len(expected)} items against {len(actual)}"
    for index, (left, right) in enumerate(zip(expected, actual)):
        if found := value_difference(left, right, tolerance):
            return f"item {index}: {found}"
    return None


def image_difference(expected: Image.Image, actual: Image.Image, tolerance: Tolerance) -> str | None:
    """Modes, sizes and pixels; of a palette image its colours."""
    if (expected.mode, expected.size) != (actual.mode, actual.size):
        return f"image {expected.mode} {expected.size} against {actual.mode} {actual.size}"
    if expected.mode == "P":
        expected, actual = expected.convert("RGBA"), actual.convert("RGBA")
    if 0 in expected.size:
        return None
    if expected.mode in ("F", "I", "1"):
        return array_difference(np.asarray(expected), np.asarray(actual), tolerance)
    left, right = (np.asarray(image).astype(int) for image in (expected, actual))
    most = np.abs(left - right).max()
    allowed = tolerance if isinstance(tolerance, (int, float)) else 0
    return None if most <= allowed else f"pixels differ by up to {most}, in {(left != right).sum()} of {left.size} numbers"


def array_difference(expected: np.ndarray, actual: np.ndarray, tolerance: Tolerance) -> str | None:
    if expected.dtype != actual.dtype:
        return f"dtype {expected.dtype} against {actual.dtype}"
    if expected.shape != actual.shape:
        return f"shape {expected.shape} against {actual.shape}"
    for index, (left, right) in enumerate(zip(expected.ravel().tolist(), actual.ravel().tolist())):
        if found := value_difference(left, right, tolerance):
            return f"element {index}: {found}"
    return None


def floats_agree(expected: float, actual: float, tolerance: Tolerance) -> bool:
    if math.isnan(expected) or math.isnan(actual):
        return math.isnan(expected) and math.isnan(actual)
    if struct.pack("d", expected) == struct.pack("d", actual):
        return True
    if tolerance is None or math.isinf(expected) or math.isinf(actual):
        return False
    if tolerance == "2 ulp":
        return abs(expected - actual) <= 2 * math.ulp(expected)
    return abs(expected - actual) <= tolerance * max(abs(expected), abs(actual))
