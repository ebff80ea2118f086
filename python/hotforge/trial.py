"""Calls a predictor in both forms, the compiled library and the Python function, and measures them.

    python -m hotforge.trial REQUEST.json RESULT_DIR

Runs in the user's own Python, as capture does. The library is called first: what it gave is in `native.json` even where
the module cannot be run or its function takes too long.

Request
-------

    {
      "file": "/project/embed.py",       the file that was compiled
      "root": "/project",                the project's root
      "bundle": "/project/build/embed",  what it was compiled to
      "predictor": "embed",
      "arguments": {"texts": ["hello"]}  by name, as JSON
    }

Result
------

`RESULT_DIR/native.json` and `RESULT_DIR/python.json`:

    {
      "outcome": DESCRIPTION,            of what it returned or raised: see `hotforge.described`
      "milliseconds": {"first": 1.2, "typical": 0.8, "calls": 200, "from_python": 0.9},
      "printed": "…",                    the end of what the first call printed
      "agreement": {"verdict": "equal", "detail": null}       in `python.json` alone: "equal", "close" or "different"
    }

`typical` is the median of the calls after the first; there are none after a first call that took long. Of the library both
are what its C function takes, as any language can call it; `from_python` is the median of whole calls from Python, where
arguments and results are converted. Of the Python function it is not there. Or, where an argument makes no sense or the module cannot be run, `{"error": "…", "outcome": DESCRIPTION or null}`.
"""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import functools
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hotforge import library, loading
from hotforge.agreement import Agreement, compare
from hotforge.described import Taken, describe, describe_raised
from hotforge.given import Misfit, given

#: Calls are repeated for so long.
BUDGET = 0.2
MOST_CALLS = 1000
OUTPUT_LIMIT = 64 * 1024
#: The files whose frames no user wants to see.
OWN = frozenset(map(str, Path(__file__).parent.glob("*.py")))


def main(arguments: list[str]) -> int:
    """Runs the trial of the request; the exit code."""
    if len(arguments) != 2:
        print("usage: python -m hotforge.trial REQUEST.json RESULT_DIR", file=sys.stderr)
        return 2
    request = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    trial = _Trial(request, Path(arguments[1]))
    trial.run()
    return 0


@dataclasses.dataclass
class _Returned:
    value: Any


@dataclasses.dataclass
class _Raised:
    error: BaseException


_Outcome = _Returned | _Raised


class _Trial:
    def __init__(self, request: dict[str, Any], folder: Path) -> None:
        self.request = request
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.file = os.path.abspath(request["file"])
        loading.prepare(self.file, os.path.abspath(request["root"]))

    def run(self) -> None:
        predictor = self._predictor()
        module, failure = self._module()
        try:
            arguments = given(self.request["arguments"], predictor.manifest, module)
        except Misfit as misfit:
            self._write("native", {"error": str(misfit), "outcome": None})
            return
        native = self._measure("native", lambda given: _call_library(predictor, given), arguments)
        if module is None:
            self._write("python", {"error": "the module cannot be run", "outcome": failure})
            return
        function = getattr(module, self.request["predictor"])
        python = self._measure("python", lambda given: _call_function(function, given), arguments)
        agreement = _agreement(python.pop("result"), native.pop("result"))
        self._write("python", {**python, "agreement": dataclasses.asdict(agreement)})

    def _predictor(self) -> library.Predictor:
        loaded = library.load(self.request["bundle"])
        found: library.Predictor = loaded if isinstance(loaded, library.Predictor) else loaded[self.request["predictor"]]
        return found

    def _module(self) -> tuple[Any, dict[str, Any] | None]:
        """The user's module, or what it raised."""
        with _redirected(self.folder / "module.txt"):
            try:
                return loading.import_file(self.file), None
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001 - a module may raise SystemExit, too
                return None, describe_raised(error, OWN)

    def _measure(self, name: str, call: Callable[[dict[str, Any]], _Call], arguments: dict[str, Any]) -> dict[str, Any]:
        """Makes calls, writes what came of them and gives it, with the `result` of the first."""
        output = self.folder / f"{name}.txt"
        with _redirected(output):
            first = call(copy.deepcopy(arguments))
        # Before more calls, which may change what the first one gave.
        outcome = first.outcome
        shown = describe_raised(outcome.error, OWN) if isinstance(outcome, _Raised) else describe(_replayed(outcome))
        with _redirected(Path(os.devnull)):
            later = _repeated(call, arguments, first.whole) or [first]
        times: dict[str, float] = {
            "first": first.seconds * 1e3,
            "typical": statistics.median(one.seconds for one in later) * 1e3,
            "calls": len(later) + (later[0] is not first),
        }
        if name == "native":
            times["from_python"] = statistics.median(one.whole for one in later) * 1e3
        described = {"outcome": shown, "milliseconds": times, "printed": _end_of(output)}
        self._write(name, described)
        return {**described, "result": outcome}

    def _write(self, name: str, result: dict[str, Any]) -> None:
        part = self.folder / f"{name}.part"
        part.write_text(json.dumps(result), encoding="utf-8")
        part.replace(self.folder / f"{name}.json")


class _Replayed:
    """A stream whose first items have been taken: gives them once more, and ends as it did."""

    def __init__(self, taken: Taken) -> None:
        self.taken = taken

    def __iter__(self) -> Iterator[Any]:
        yield from self.taken.items
        if self.taken.more:
            yield None
        if self.taken.raised is not None:
            raise self.taken.raised


def _replayed(outcome: _Returned) -> Any:
    return iter(_Replayed(outcome.value)) if isinstance(outcome.value, Taken) else outcome.value


@dataclasses.dataclass
class _Call:
    """What a call gave, the seconds it took, and the whole of them with what is converted before and after."""

    outcome: _Outcome
    seconds: float
    whole: float


def _call_function(function: Callable[..., Any], arguments: dict[str, Any]) -> _Call:
    started = time.perf_counter()
    try:
        # Of a stream the first items, which are what takes time.
        outcome: _Outcome = _Returned(_taken(function(**arguments)))
    except Exception as error:  # noqa: BLE001 - it is what the predictor gives
        outcome = _Raised(error)
    seconds = time.perf_counter() - started
    return _Call(outcome, seconds, seconds)


def _call_library(predictor: library.Predictor, arguments: dict[str, Any]) -> _Call:
    with _Stopwatch(predictor) as stopwatch:
        # By way of the C function, not in one step, so that it can be measured alone.
        call = _call_function(functools.partial(library.Predictor.__call__, predictor), arguments)
    is_stream = isinstance(call.outcome, _Returned) and isinstance(call.outcome.value, Taken)
    return call if is_stream else dataclasses.replace(call, seconds=stopwatch.seconds)


class _Stopwatch:
    """Measures the calls of the library's C function."""

    def __init__(self, predictor: library.Predictor) -> None:
        self.native: Any = predictor._native  # noqa: SLF001 - ours
        self.call = self.native.call
        self.seconds = 0.0

    def __enter__(self) -> _Stopwatch:
        self.native.call = self._measured
        return self

    def __exit__(self, *_: object) -> None:
        self.native.call = self.call

    def _measured(self, *arguments: Any) -> Any:
        started = time.perf_counter()
        try:
            return self.call(*arguments)
        finally:
            self.seconds += time.perf_counter() - started


def _taken(value: Any) -> Any:
    return Taken.of(value) if isinstance(value, Iterator) else value


def _repeated(call: Callable[[dict[str, Any]], _Call], arguments: dict[str, Any], first: float) -> list[_Call]:
    """More calls. What one changes in its arguments is no matter of the next."""
    calls: list[_Call] = []
    end = time.perf_counter() + BUDGET - first
    while time.perf_counter() < end and len(calls) < MOST_CALLS:
        called = call(copy.deepcopy(arguments))
        # What they give is not looked at, and may be large.
        calls.append(dataclasses.replace(called, outcome=_Returned(None)))
    return calls


def _agreement(python: _Outcome, native: _Outcome) -> Agreement:
    if isinstance(python, _Raised) and isinstance(native, _Raised):
        left, right = _shown(python.error), _shown(native.error)
        return Agreement("equal") if left == right else Agreement("different", f"{left} against {right}")
    if isinstance(python, _Raised):
        return Agreement("different", f"Python raises {_shown(python.error)}, the library returns")
    if isinstance(native, _Raised):
        return Agreement("different", f"Python returns, the library raises {_shown(native.error)}")
    if isinstance(python.value, Taken) and isinstance(native.value, Taken):
        ends = _agreement(_end(python.value), _end(native.value))
        return ends if ends.verdict == "different" else compare(python.value.items, native.value.items)
    return compare(python.value, native.value)


def _end(taken: Taken) -> _Outcome:
    return _Raised(taken.raised) if taken.raised is not None else _Returned(taken.more)


def _shown(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


@contextlib.contextmanager
def _redirected(path: Path) -> Iterator[None]:
    """Sends what is printed, also by native code, to a file."""
    sys.stdout.flush()
    sys.stderr.flush()
    before = [os.dup(1), os.dup(2)]
    with open(path, "wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, copied in enumerate(before, 1):
            os.dup2(copied, number)
            os.close(copied)


def _end_of(path: Path) -> str:
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - OUTPUT_LIMIT))
        return file.read().decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
