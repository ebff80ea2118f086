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
      "milliseconds": {"first": 1.2, "typical": 0.8, "calls": 200},
      "printed": "…",                    the end of what the first call printed
      "agreement": {"verdict": "equal", "detail": null}       in `python.json` alone: "equal", "close" or "different"
    }

`typical` is the median of the calls after the first; there are none after a first call that took long. Or, where an
argument makes no sense or the module cannot be run, `{"error": "…", "outcome": DESCRIPTION or null}`.
"""

from __future__ import annotations

import contextlib
import copy
import dataclasses
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
        native = self._measure("native", predictor, arguments)
        if module is None:
            self._write("python", {"error": "the module cannot be run", "outcome": failure})
            return
        function = getattr(module, self.request["predictor"])
        python = self._measure("python", function, arguments)
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

    def _measure(self, name: str, function: Callable[..., Any], arguments: dict[str, Any]) -> dict[str, Any]:
        """Calls the function, writes what came of it and gives it, with the `result` itself."""
        output = self.folder / f"{name}.txt"
        with _redirected(output):
            first, outcome = _call(function, arguments)
        # Before more calls, which may change what the first one gave.
        shown = describe_raised(outcome.error, OWN) if isinstance(outcome, _Raised) else describe(_replayed(outcome))
        with _redirected(Path(os.devnull)):
            later = _repeated(function, arguments, first)
        described = {
            "outcome": shown,
            "milliseconds": {
                "first": first * 1e3,
                "typical": statistics.median(later or [first]) * 1e3,
                "calls": len(later) + 1,
            },
            "printed": _end_of(output),
        }
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


def _call(function: Callable[..., Any], arguments: dict[str, Any]) -> tuple[float, _Outcome]:
    """How many seconds a call takes, and what it gives; of a stream the first items, which are what takes time."""
    # What a call changes in its arguments is no matter of the next one.
    own = copy.deepcopy(arguments)
    started = time.perf_counter()
    try:
        value = function(**own)
        if isinstance(value, Iterator):
            value = Taken.of(value)
    except Exception as error:  # noqa: BLE001 - it is what the predictor gives
        return time.perf_counter() - started, _Raised(error)
    return time.perf_counter() - started, _Returned(value)


def _repeated(function: Callable[..., Any], arguments: dict[str, Any], first: float) -> list[float]:
    """The seconds that more calls take."""
    times: list[float] = []
    end = time.perf_counter() + BUDGET - first
    while time.perf_counter() < end and len(times) < MOST_CALLS:
        times.append(_call(function, arguments)[0])
    return times


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
