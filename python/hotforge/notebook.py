"""The session of a notebook's kernel, or of IPython in a terminal."""

from __future__ import annotations

import linecache
import weakref
from collections.abc import Mapping
from typing import Any, cast

from hotforge.live import Executed

#: Cells that begin so are Python, but for their first line.
_OF_PYTHON = ("%%compile", "%%time", "%%timeit", "%%capture", "%%prun")


class NotebookSession:
    """The cells that a shell has executed, and the names they bound."""

    def __init__(self, shell: Any) -> None:
        self._shell = weakref.ref(shell)
        #: The cells of `%%compile` by their number, as they were executed.
        self._compiled: dict[int, Executed] = {}
        self._read: dict[int, Executed] = {}

    @property
    def shell(self) -> Any:
        return self._shell()

    @property
    def names(self) -> Mapping[str, Any]:
        names: dict[str, Any] = self.shell.user_ns
        return names

    @property
    def module(self) -> str:
        return str(self.shell.user_module.__name__)

    @property
    def hidden(self) -> frozenset[str]:
        shell = self.shell
        own = shell.user_ns_hidden
        return frozenset(name for name in own if shell.user_ns.get(name) is own[name])

    def executed(self) -> list[Executed]:
        history = self.shell.history_manager
        pairs = zip(history.input_hist_raw, history.input_hist_parsed, strict=False)
        for number, (raw, transformed) in enumerate(pairs):
            if number not in self._read:
                self._read[number] = self._cell(number, raw, transformed)
        self._read.update(self._compiled)
        return [cell for _, cell in sorted(self._read.items())]

    def enter(self, line: str, body: str) -> Executed:
        """Makes a cell of `%%compile` known, before it is executed. Its lines are those of the cell, that with the magic too."""
        shell = self.shell
        raw = f"%%compile {line}".rstrip() + "\n" + body
        text = _python(shell, raw)
        number = self._number(raw)
        filename = shell.compile.cache(text, number, raw_code=raw)
        # What tracebacks show is the cell as it stands.
        size, time, _, name = cast("tuple[int, float | None, list[str], str]", linecache.cache[filename])
        linecache.cache[filename] = (size, time, raw.splitlines(keepends=True), name)
        cell = Executed(filename, text, is_cell=True)
        self._compiled[number] = cell
        return cell

    def _number(self, raw: str) -> int:
        """The number of the cell that is being executed: it is in the history, unless it leaves no trace there."""
        history = self.shell.history_manager.input_hist_raw
        is_last = history and history[-1].rstrip().endswith(raw.rstrip().partition("\n")[2])
        return len(history) - 1 if is_last else int(self.shell.execution_count)

    def _cell(self, number: int, raw: str, transformed: str) -> Executed:
        shell = self.shell
        filename = _filename(shell, raw, transformed, number)
        text = _python(shell, raw) if raw.startswith(_OF_PYTHON) else transformed
        return Executed(filename, text, is_cell=True)


_SESSIONS: weakref.WeakKeyDictionary[Any, NotebookSession] = weakref.WeakKeyDictionary()


def session_of(shell: Any) -> NotebookSession:
    """The session of a shell."""
    if shell not in _SESSIONS:
        _SESSIONS[shell] = NotebookSession(shell)
    return _SESSIONS[shell]


def _filename(shell: Any, raw: str, transformed: str, number: int) -> str:
    """What Python calls a cell. The history has lost the line breaks at its end, which count."""
    names = [shell.compile.get_code_name(raw + end, transformed + end, number) for end in ("\n", "", "\n\n")]
    return str(next((name for name in names if name in linecache.cache), names[0]))


def _python(shell: Any, raw: str) -> str:
    """The Python of a cell that begins with a magic, in the same lines: the magic is a comment."""
    text: str = shell.transform_cell("#" + raw[1:])
    return text
