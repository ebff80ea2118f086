"""Python exceptions from the errors of a library."""

from __future__ import annotations

import ast
import builtins
import ctypes
import functools
import json
import re
import sys
from typing import TYPE_CHECKING, Any

from hotforge.tracebacks import FRAMES
from hotforge.validation import make_validation_error

if TYPE_CHECKING:
    from hotforge.native import Native


class PredictorError(RuntimeError):
    """An exception of a predictor whose class this Python does not know. `type` is the name of the class."""

    type: str = ""


def last_error(native: Native) -> BaseException:
    """The exception for the last failure in this thread, with the predictor's traceback as a note."""
    pointer = native.last_error()
    if not pointer:
        return SystemError("the library failed without an error; please report this as a bug of Hotforge")
    error = pointer.contents
    name = error.type.decode("utf-8")
    message = ctypes.string_at(error.message, error.message_length).decode("utf-8", "replace")
    described = json.loads(error.json)
    return _exception(name, message, described)


def _exception(name: str, message: str, described: dict[str, Any]) -> BaseException:
    """An exception by its description, with the exceptions behind it."""
    bases = tuple(described.get("bases", ()))
    exception = make_validation_error(described["validation"]) if "validation" in described else None
    if exception is None and "validation" in described:
        bases = ("ValueError", "Exception", "BaseException")
    if exception is None:
        exception = make_project_exception(name, message, bases) if bases else make_exception(name, message)
    if frames := [(frame["file"], frame["line"], frame["function"]) for frame in described["traceback"]]:
        lines = [f'  File "{file}", line {line}, in {function}' for file, line, function in frames]
        exception.add_note("In the compiled predictor (most recent call last):\n" + "\n".join(lines))
        exception.__dict__[FRAMES] = frames
    for key, attribute in (("cause", "__cause__"), ("context", "__context__")):
        if behind := described.get(key):
            setattr(exception, attribute, _exception(behind["type"], behind["message"], behind))
    exception.__suppress_context__ = described.get("suppress_context", False)
    return exception


def make_exception(name: str, message: str) -> BaseException:
    """An exception of the class of that name, whose `str()` is the message."""
    kind = _find_class(name)
    if kind is None:
        unknown = PredictorError(f"{name}: {message}" if message else name)
        unknown.type = name
        return unknown
    if issubclass(kind, KeyError):
        return kind(_KeyText.parse(message))
    if issubclass(kind, UnicodeError) and kind is not UnicodeError:
        return _unicode_error(kind, message) or ValueError(message)
    try:
        made = kind(message) if message else kind()
    except TypeError:
        # The class wants more than a message, as `json.JSONDecodeError` does: made without asking it.
        exception = kind.__new__(kind, message)
        if found := _JSON_MESSAGE.fullmatch(message):
            exception.__dict__.update(msg=found["msg"], doc="", pos=int(found["pos"]))
            exception.__dict__.update(lineno=int(found["line"]), colno=int(found["column"]))
        return exception
    if _str(made) == message:
        return made
    # The class makes a text of what it is given, as `calendar.IllegalMonthError` does, and the message is that text.
    shown = _with_text(kind)  # type: ignore[arg-type]  # a class is hashable, whatever its objects are
    made = shown.__new__(shown, message)
    made.args = (message,)
    return made


def make_project_exception(name: str, message: str, bases: tuple[str, ...]) -> BaseException:
    """An exception of a class that the predictor's own code defines, whose `str()` is the message.

    It is of that very class where its module is imported. Its `__init__` is not run: the library has done that, and only
    what it says is known here. Elsewhere the class is one of the same name that derives from the same built-in classes.
    """
    kind = _find_class(name) or _find_class("__main__." + name.rpartition(".")[2]) or _stand_in(name, bases)
    made = kind.__new__(kind, message)
    made.args = (message,)
    if _str(made) == message:
        return made
    shown = _with_text(kind)  # type: ignore[arg-type]  # a class is hashable, whatever its objects are
    made = shown.__new__(shown, message)
    made.args = (message,)
    return made


def _str(exception: BaseException) -> str | None:
    try:
        return str(exception)
    except Exception:  # A `__str__` that reads attributes which are not there.
        return None


@functools.cache
def _stand_in(name: str, bases: tuple[str, ...]) -> type[BaseException]:
    """A class for one that this Python does not know."""
    module, _, short = name.rpartition(".")
    known = [kind for base in bases if (kind := _find_class(base)) is not None]
    nearest = [kind for kind in known if not any(other is not kind and issubclass(other, kind) for other in known)]
    return type(short, tuple(nearest), {"__module__": module})


@functools.cache
def _with_text(kind: type[BaseException]) -> type[BaseException]:
    """The class, with a `str()` that is the argument as it stands."""
    shown = {"__module__": kind.__module__, "__qualname__": kind.__qualname__, "__str__": lambda self: self.args[0]}
    return type(kind.__name__, (kind,), shown)


def _find_class(name: str) -> type[BaseException] | None:
    """The class, of the builtins or of a module that is imported already: nothing is imported for it."""
    module, _, attribute = name.rpartition(".")
    holder = sys.modules.get(module) if module else builtins
    kind = getattr(holder, attribute, None)
    return kind if isinstance(kind, type) and issubclass(kind, BaseException) else None


class _KeyText(str):
    """A key of which only the repr is known: `KeyError` shows the repr of its argument."""

    def __repr__(self) -> str:
        return str(self)

    @staticmethod
    def parse(text: str) -> object:
        """The key whose repr the text is."""
        try:
            key = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return _KeyText(text)
        return key if repr(key) == text else _KeyText(text)


_JSON_MESSAGE = re.compile(r"(?P<msg>.*): line (?P<line>\d+) column (?P<column>\d+) \(char (?P<pos>\d+)\)", re.DOTALL)

_UNICODE_MESSAGE = re.compile(
    r"'(?P<codec>[^']*)' codec can't (?:decode byte 0x(?P<byte>[0-9a-f]{2})|decode bytes|encode characters?(?: '(?P<character>.*?)')?)"
    r" in position (?P<start>\d+)(?:-(?P<last>\d+))?: (?P<reason>.*)",
    re.DOTALL,
)


def _unicode_error(kind: type[BaseException], message: str) -> BaseException | None:
    """A `UnicodeDecodeError` or `UnicodeEncodeError` with that message, around an object that stands for the real one."""
    found = _UNICODE_MESSAGE.fullmatch(message)
    if found is None:
        return None
    start = int(found["start"])
    end = int(found["last"] or start) + 1
    whole: Any
    if kind is UnicodeDecodeError:
        whole = bytes(start) + bytes.fromhex(found["byte"] or "00") * (end - start)
    elif kind is UnicodeEncodeError:
        character = ast.literal_eval(f"'{found['character']}'") if found["character"] else "\0"
        whole = "\0" * start + character * (end - start)
    else:
        return None
    made: BaseException = kind(found["codec"], whole, start, end, found["reason"])
    return made if str(made) == message else None
