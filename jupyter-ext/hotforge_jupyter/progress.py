"""What is shown while a compile runs, and the result in its place."""

from __future__ import annotations

import sys
import time
from typing import Any

from IPython import get_ipython
from IPython.display import DisplayHandle, display

#: A compile that is done sooner shows only its result.
_QUIET = 0.3


class _Going:
    def __init__(self, stage: str, done: float | None) -> None:
        self.stage, self.done = stage, done

    def __repr__(self) -> str:
        share = "" if self.done is None else f" {self.done:.0%}"
        return f"compiling: {self.stage}{share}"

    def _repr_html_(self) -> str:
        bar = "<progress>" if self.done is None else f'<progress value="{self.done:.3f}">'
        return f'<span style="opacity:.75">{bar}</progress> {self!r}</span>'


class Shown:
    """The place where a compile is shown: in a notebook it changes, in a terminal lines follow one another."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.handle: DisplayHandle | None = None
        self.last = 0.0
        self.in_terminal = type(get_ipython()).__name__ == "TerminalInteractiveShell"

    def progress(self, stage: str, done: float | None) -> None:
        now = time.perf_counter()
        if stage.startswith("warning: "):
            print(stage, file=sys.stderr)
            return
        if now - self.started < _QUIET or done is not None and now - self.last < 0.1:
            return
        self.last = now
        if self.in_terminal:
            print(f"\r\x1b[K{_Going(stage, done)!r}", end="", file=sys.stderr, flush=True)
        else:
            self._show(_Going(stage, done))

    def finish(self, result: Any) -> None:
        self.clear()
        if self.handle is None:
            display(result)
        else:
            self.handle.update(result)

    def clear(self) -> None:
        if self.in_terminal and self.last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _show(self, value: Any) -> None:
        if self.handle is None:
            self.handle = display(value, display_id=True)
        else:
            self.handle.update(value)
