"""Whether two results of a predictor, CPython's and the library's, are the same."""

from __future__ import annotations

import enum
import math
import sys
from dataclasses import dataclass
from typing import Any, Literal

from hotforge.record import Record, class_name_of, fields_of

#: Relative to the larger number, or of an array to its largest one: sums of float32 and models are not done in CPython's
#: order.
CLOSE = 1e-5


@dataclass
class Agreement:
    """How two values compare. `detail` says what is different, or by how much floats are."""

    verdict: Literal["equal", "close", "different"]
    detail: str | None = None


def compare(python: Any, native: Any) -> Agreement:
    """Compares CPython's result with the library's, by type and value."""
    comparison = _Comparison()
    try:
        found = comparison.difference(python, native)
    except RecursionError:
        found = "it is nested too deeply to compare"
    if found is not None:
        return Agreement("different", found)
    if comparison.largest > 0:
        return Agreement("close", f"floats differ by at most {comparison.largest:.1e}, relatively")
    return Agreement("equal")


class _Comparison:
    def __init__(self) -> None:
        self.largest = 0.0

    def difference(self, python: Any, native: Any) -> str | None:
        if isinstance(python, enum.Enum):
            # A member crosses the boundary as its value.
            python = python.value
        if isinstance(native, Record):
            names = class_name_of(python), class_name_of(native)
            if names[0] != names[1]:
                return f"an object of {names[0]} against one of {names[1]}"
            return self.difference(fields_of(python), fields_of(native))
        if type(python) is not type(native):
            return f"{type(python).__name__} against {type(native).__name__}"
        numpy = sys.modules.get("numpy")
        if numpy is not None and isinstance(python, numpy.ndarray):
            return self._arrays(numpy, python, native)
        if isinstance(python, float) or (numpy is not None and isinstance(python, numpy.floating)):
            return None if self._close(float(python), float(native)) else f"{python!r} against {native!r}"
        if isinstance(python, dict):
            return self._items(list(python.items()), list(native.items()))
        if isinstance(python, list | tuple):
            return self._items(python, native)
        return None if python == native else f"{_short(python)} against {_short(native)}"

    def _items(self, python: Any, native: Any) -> str | None:
        if len(python) != len(native):
            return f"{len(python)} items against {len(native)}"
        for index, (left, right) in enumerate(zip(python, native, strict=True)):
            if found := self.difference(left, right):
                return f"item {index}: {found}"
        return None

    def _close(self, python: float, native: float) -> bool:
        if python == native or (math.isnan(python) and math.isnan(native)):
            return True
        if not (math.isfinite(python) and math.isfinite(native)):
            return False
        relative = abs(python - native) / max(abs(python), abs(native))
        self.largest = max(self.largest, relative)
        return relative <= CLOSE

    def _arrays(self, numpy: Any, python: Any, native: Any) -> str | None:
        if python.dtype != native.dtype:
            return f"dtype {python.dtype} against {native.dtype}"
        if python.shape != native.shape:
            return f"shape {python.shape} against {native.shape}"
        if python.dtype.kind != "f":
            unequal = numpy.argwhere(python != native)
        else:
            unequal = numpy.argwhere(~self._close_elements(numpy, python, native))
        if not len(unequal):
            return None
        place = tuple(map(int, unequal[0]))
        return f"element {list(place)}: {python[place]} against {native[place]}"

    def _close_elements(self, numpy: Any, python: Any, native: Any) -> Any:
        same = (python == native) | (numpy.isnan(python) & numpy.isnan(native))
        finite = numpy.isfinite(python) & numpy.isfinite(native)
        largest = float(numpy.max(numpy.abs(python), initial=0, where=finite)) or 1.0
        distances = numpy.abs(numpy.where(finite, python, 0).astype(float) - numpy.where(finite, native, 0)) / largest
        self.largest = max(self.largest, float(distances.max(initial=0)))
        return same | (finite & (distances <= CLOSE))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:79] + "…"
