"""Frames of compiled code as frames of Python, so that a traceback shows the lines of the source."""

from __future__ import annotations

import ast
import linecache
import types
from typing import Any

#: The attribute of an exception that holds the frames of the library: file, line and function, outermost first.
FRAMES = "__hotforge_frames__"


def in_python(error: BaseException, filenames: dict[str, str]) -> BaseException:
    """The exception with a traceback that leads through the Python source.

    `filenames` gives Python's name for a text that the compiler calls by another.
    """
    frames = error.__dict__.pop(FRAMES, None)
    if not frames:
        return error.with_traceback(None)
    traceback: types.TracebackType | None = None
    for file, line, function in reversed(frames):
        entry = _entry(filenames.get(file, file), line, function)
        traceback = types.TracebackType(traceback, entry.tb_frame, entry.tb_lasti, line)
    # The note says the same for those who print it elsewhere.
    notes = getattr(error, "__notes__", [])
    notes[:] = [note for note in notes if not note.startswith("In the compiled predictor")]
    return error.with_traceback(traceback)


def _entry(filename: str, line: int, function: str) -> types.TracebackType:
    """An entry of a traceback at that place: of code that does nothing but raise there."""
    # As wide as the line: what part of it raised is not known, and the line alone is shown.
    text = linecache.getline(filename, line).rstrip()
    start, end = len(text) - len(text.lstrip()), len(text.encode("utf-8", "surrogatepass"))
    place = {"lineno": line, "end_lineno": line, "col_offset": start, "end_col_offset": end}
    raising = ast.Raise(ast.Name("Exception", ast.Load(), **place), None, **place)
    code = compile(ast.Module([raising], []), filename, "exec").replace(co_name=function, co_qualname=function)
    names: dict[str, Any] = {"__name__": "__hotforge__", "__builtins__": __builtins__}
    try:
        exec(code, names)
    except Exception as error:  # noqa: BLE001 - it was made for its traceback
        assert error.__traceback__ is not None and error.__traceback__.tb_next is not None
        return error.__traceback__.tb_next
    raise AssertionError("the code raises")
