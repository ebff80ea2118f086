"""`--compare`: the same expression with the Python function and with the native one."""

from __future__ import annotations

import copy
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hotforge.agreement import Agreement
from hotforge.agreement import compare as agreement
from hotforge.described import Taken
from hotforge.session import JustInTime, Native

from hotforge_jupyter.units import duration

#: Each is evaluated again for so long, unless the first evaluation took much longer.
BUDGET = 0.3
PATIENCE = 10.0
MOST = 1000


class Disagreement(AssertionError):
    """The native function gave something else than the Python function: a fault of Hotforge."""

    def _render_traceback_(self) -> list[str]:
        return [f"Disagreement: {self}"]


@dataclass
class Comparison:
    """How long an expression takes in both forms, in seconds, and whether they agree."""

    expression: str
    python: float
    native: float
    agreement: Agreement

    @property
    def speedup(self) -> float:
        return self.python / self.native if self.native else float("inf")

    @property
    def told_speed(self) -> str:
        """The speed-up in words."""
        if 0.95 <= self.speedup < 1.05:
            return "as fast as Python"
        if self.speedup > 1:
            return f"{_times(self.speedup)} times as fast as Python"
        return f"{_times(1 / self.speedup)} times slower than Python"

    def require_agreement(self) -> None:
        if self.agreement.verdict == "different":
            raise Disagreement(f"Python and the library do not agree: {self.agreement.detail}")

    def __str__(self) -> str:
        verdict = {"equal": "equal", "close": "equal up to rounding", "different": "DIFFERENT"}[self.agreement.verdict]
        times = f"Python {duration(self.python)}, native {duration(self.native)}"
        return f"{self.expression}: {verdict}; {times}: {self.told_speed}"


def _times(ratio: float) -> str:
    """Two digits of a ratio of at least one."""
    return f"{ratio:.1f}" if ratio < 10 else f"{float(f'{ratio:.2g}'):,.0f}"


def compare(names: Mapping[str, Any], functions: dict[str, Native], expression: str) -> Comparison:
    """Evaluates an expression with the Python functions and with the native ones of the same names."""
    code = compile(expression, "<compare>", "eval")
    python = {name: native.python for name, native in functions.items()}
    left, python_seconds = _measured(lambda: eval(code, {**_pythonic(names), **python}))
    right, native_seconds = _measured(lambda: eval(code, {**names, **functions}))
    return Comparison(expression, python_seconds, native_seconds, _agreement(left, right))


def _pythonic(names: Mapping[str, Any]) -> dict[str, Any]:
    """The names with the Python functions in the place of native ones."""
    return {name: value.python if isinstance(value, Native | JustInTime) else value for name, value in names.items()}


@dataclass
class _Raised:
    error: Exception


def _measured(evaluate: Callable[[], Any]) -> tuple[Any, float]:
    """What the first evaluation gave or raised, and the seconds that one usually takes."""

    def once() -> tuple[Any, float]:
        started = time.perf_counter()
        try:
            value = evaluate()
            value = Taken.of(value) if isinstance(value, Iterator) else value
        except Exception as error:  # noqa: BLE001 - it is what the expression gives
            value = _Raised(error)
        return value, time.perf_counter() - started

    value, first = once()
    kept = copy.copy(value)
    if first > PATIENCE:
        return kept, first
    # The first one of a library loads its models.
    times = [once()[1]]
    end = time.perf_counter() + BUDGET
    while time.perf_counter() < end and len(times) < MOST:
        times.append(once()[1])
    return kept, statistics.median(times)


def _agreement(python: Any, native: Any) -> Agreement:
    if isinstance(python, _Raised) or isinstance(native, _Raised):
        left, right = _told(python), _told(native)
        return Agreement("equal") if left == right else Agreement("different", f"{left} against {right}")
    if isinstance(python, Taken) and isinstance(native, Taken):
        return agreement(python.items, native.items)
    return agreement(python, native)


def _told(value: Any) -> str:
    return f"{type(value.error).__name__}: {value.error}" if isinstance(value, _Raised) else "a value"
