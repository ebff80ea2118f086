"""Captures module globals at compile time, in the user's own Python.

    python -m hotforge.capture REQUEST.json RESULT_DIR

Runs the user's file once, as a module whose `__name__` is not `"__main__"`, and describes the values of the globals
that predictors read, so that the compiler can freeze them into the library. Needs nothing but the standard library;
numpy, tokenizers and onnxruntime are looked at only where the user's module has imported them.

Request
-------

    {
      "file": "/project/embed.py",       the file to run
      "root": "/project",                the project's root; it and the file's folder go to the front of sys.path
      "models": "/cache/models",         optional: a folder that remembers which models could be loaded
      "globals": [
        {"file": "/project/embed.py", "name": "tokenizer"},
        {"file": "/project/prefixes.py", "name": "PREFIX"}     of a module that the file imports
      ]
    }

Result
------

`RESULT_DIR/result.json`, with the data of arrays, models and tokenizers in files beside it:

    {"values": [VALUE, …], "output": "…"}        one VALUE for each requested global, in order; exit code 0
    {"error": {…}, "output": "…"}                the module raised, or does not exist; exit code 3

`output` is the end of what the module printed, at most 64 KiB. The error is

    {
      "type": "FileNotFoundError",
      "message": "[Errno 2] …",                  str() of the exception
      "traceback": "Traceback (most recent call last):\n  …",       without the frames of capture itself
      "frames": [{"file": "…", "line": 7, "function": "<module>"}, …]       outermost first
    }

A VALUE has a `kind`:

| kind | fields |
|---|---|
| `none`, `ellipsis` | |
| `bool` | `value`: true or false |
| `int` | `value`: an integer of 64 bits |
| `float` | `value`: its repr as a string: `"0.1"`, `"nan"`, `"inf"`, `"-inf"`, `"-0.0"` |
| `str` | `value` |
| `bytes` | `value`: Base64 |
| `list`, `tuple`, `set`, `frozenset` | `items`: list of VALUEs; a set's in Python's iteration order |
| `dict` | `items`: list of `[VALUE, VALUE]`, in order |
| `array` | `dtype`, `shape`, `file`: elements in C order, little-endian |
| `scalar` | `dtype`, `file`: a numpy scalar, one element |
| `dtype` | `dtype`: `np.float32` or `np.dtype("float32")` |
| `tensor` | `dtype`, `shape`, `file`: as of an array, of a `torch.Tensor` |
| `tensor_dtype` | `dtype`: `torch.float32` |
| `loaded` | `class`: of the catalog; `file`: what it is made of. `Tokenizer.to_str()` of `tokenizers.Tokenizer`, JSON with that and more of \
`transformers.PreTrainedTokenizerFast`, the glyphs (`hotforge/fonts.py`) of `PIL.ImageFont.FreeTypeFont` |
| `image` | `mode`, `width`, `height`; `file`: the pixels; `palette`: a file of its colours, of mode `P` |
| `session` | `estimator`: of a model of scikit-learn how it takes what it is given, else left out; `file`: the model; `external`: true where that is the user's own file (an absolute path), false where it is \
a copy |
| `pattern` | `pattern`, `flags`: an `re.Pattern` of text |
| `made` | `class`: `pathlib.Path`, `datetime.date` and others of the standard library that never change; `items`: what it \
is made of, the zone of a time last |
| `enum` | `file`: of its class, `class`: the qualified name of that, `member`: its name |
| `flag` | `file`, `class`: as of an enum; `value`: its bits |
| `object` | `file`, `class`: as of an enum; `fields`: list of `[name, VALUE]`, its attributes; `shared`: the same for values \
that its class holds. Of classes that a file of the project defines |
| `missing` | the module has no global of that name |
| `unsupported` | `type`: the dotted name of the class, `reason`: a sentence |

A `file` is relative to RESULT_DIR unless it is absolute. `dtype` is numpy's name: `bool`, `int8` … `uint64`,
`float16`, `float32`, `float64`, `complex64`, `complex128`; other dtypes are `unsupported`. An `unsupported` value may stand inside a container.
"""

from __future__ import annotations

import base64
import datetime
import enum
import json
import logging
import math
import os
import re
import sys
import traceback
from pathlib import Path, PosixPath, PurePosixPath
from typing import Any

from hotforge import estimators, fonts, loading
from hotforge.deferred import defer_sessions

DTYPES = {
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64",
    "complex64", "complex128",
}  # fmt: skip
IMAGE_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "I", "F"}
OUTPUT_LIMIT = 64 * 1024
EXIT_RAISED = 3


def main(arguments: list[str]) -> int:
    """Captures as the request says; the exit code."""
    if len(arguments) != 2:
        print("usage: python -m hotforge.capture REQUEST.json RESULT_DIR", file=sys.stderr)
        return 2
    request = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    folder = Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    output = _redirect_output(folder / "output.txt")
    try:
        result: dict[str, Any] = {"values": _capture(request, folder)}
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a module may raise SystemExit, too
        result = {"error": describe_error(error)}
    result["output"] = _read_end(output)
    (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")
    return EXIT_RAISED if "error" in result else 0


def _redirect_output(path: Path) -> Path:
    """Sends what the module prints, also from native code, to a file."""
    sys.stdout.flush()
    sys.stderr.flush()
    with open(path, "wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    return path


def _read_end(path: Path) -> str:
    sys.stdout.flush()
    sys.stderr.flush()
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - OUTPUT_LIMIT))
        return file.read().decode("utf-8", "replace")


# Running the module


def _capture(request: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    file = os.path.abspath(request["file"])
    root = os.path.abspath(request["root"])
    loading.prepare(file, root)
    if "models" in request:
        defer_sessions(Path(request["models"]))
    loading.import_file(file)
    describer = Describer(folder, root)
    values = []
    for wanted in request["globals"]:
        module = loading.import_file(os.path.abspath(wanted["file"]))
        if hasattr(module, wanted["name"]):
            values.append(describer.describe(getattr(module, wanted["name"])))
        else:
            values.append({"kind": "missing"})
    return values


def describe_error(error: BaseException) -> dict[str, Any]:
    own = [os.path.abspath(path) for path in (__file__, loading.__file__)]

    def is_machinery(frame: traceback.FrameSummary) -> bool:
        return frame.filename.startswith("<frozen importlib") or os.path.abspath(frame.filename) in own

    trace = traceback.TracebackException.from_exception(error)
    chained: traceback.TracebackException | None = trace
    while chained is not None:
        chained.stack = traceback.StackSummary.from_list([entry for entry in chained.stack if not is_machinery(entry)])
        chained = chained.__cause__ or chained.__context__
    frames = [{"file": entry.filename, "line": entry.lineno, "function": entry.name} for entry in trace.stack]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append({"file": error.filename, "line": error.lineno or 1, "function": "<module>"})
    return {
        "type": type(error).__name__,
        "message": str(error),
        "traceback": "".join(trace.format()),
        "frames": frames,
    }


# Describing values


class Describer:
    """Describes values, and writes the data that JSON cannot hold to files.

    `root` is the project's folder. `files` are the files of modules, by name, that do not tell them themselves.
    """

    def __init__(self, folder: Path, root: str, files: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.root = root
        self.own_files = files or {}
        self.files = 0
        self.open: set[int] = set()

    def describe(self, value: Any) -> dict[str, Any]:
        """The VALUE of a global."""
        try:
            return self._describe(value)
        except RecursionError:
            return _unsupported(value, "it is nested too deeply")

    def _describe(self, value: Any) -> dict[str, Any]:
        # By the exact class: a subclass may behave differently, and compiled code would not know.
        if value is None:
            return {"kind": "none"}
        if value is ...:
            return {"kind": "ellipsis"}
        if isinstance(value, enum.Flag):
            return {"kind": "flag", "file": self._file_of(type(value)), "class": type(value).__qualname__, "value": value.value}
        if isinstance(value, enum.Enum):
            return {"kind": "enum", "file": self._file_of(type(value)), "class": type(value).__qualname__, "member": value.name}
        match type(value).__name__ if type(value).__module__ == "builtins" else "":
            case "bool":
                return {"kind": "bool", "value": value}
            case "int":
                if -(2**63) <= value < 2**63:
                    return {"kind": "int", "value": value}
                return _unsupported(value, "it does not fit 64 bits, which an int of compiled code has")
            case "float":
                return {"kind": "float", "value": "nan" if math.isnan(value) else repr(value)}
            case "str":
                if any("\ud800" <= character <= "\udfff" for character in value):
                    return _unsupported(value, "it holds a lone surrogate, which is no text")
                return {"kind": "str", "value": value}
            case "bytes":
                return {"kind": "bytes", "value": base64.b64encode(value).decode("ascii")}
            case "list" | "tuple" | "set" | "frozenset" | "dict" as kind:
                return self._container(kind, value)
        if type(value) is re.Pattern and isinstance(value.pattern, str):
            return {"kind": "pattern", "pattern": value.pattern, "flags": value.flags & ~re.UNICODE & ~re.DEBUG}
        return (
            self._standard(value)
            or self._numpy(value)
            or self._torch(value)
            or self._image(value)
            or self._font(value)
            or self._model(value)
            or self._fast_tokenizer(value)
            or self._estimator(value)
            or self._object(value)
            or _unsupported(value, "values of this class cannot be frozen")
        )

    def _object(self, value: Any) -> dict[str, Any] | None:
        """An object of a class that the project defines."""
        kind = type(value)
        file = self._file_of(kind)
        if not file or isinstance(value, (type, BaseException, enum.Enum)) or not _is_below(file, self.root):
            return None
        if id(value) in self.open:
            return _unsupported(value, "it contains itself")
        self.open.add(id(value))
        try:
            fields = [[name, self._describe(item)] for name, item in _attributes(value).items()]
            shared = [[name, self._describe(item)] for name, item in self._class_values(kind).items()]
        finally:
            self.open.discard(id(value))
        return {"kind": "object", "file": file, "class": kind.__qualname__, "fields": fields, "shared": shared}

    def _container(self, kind: str, value: Any) -> dict[str, Any]:
        if id(value) in self.open:
            return _unsupported(value, "it contains itself")
        self.open.add(id(value))
        try:
            if kind == "dict":
                items: list[Any] = [[self._describe(key), self._describe(item)] for key, item in value.items()]
            else:
                items = [self._describe(item) for item in value]
        finally:
            self.open.discard(id(value))
        return {"kind": kind, "items": items}

    def _standard(self, value: Any) -> dict[str, Any] | None:
        """Values of the standard library that never change."""
        name, items = "", list[Any]()
        if type(value) in (PosixPath, PurePosixPath):
            name, items = ("pathlib.Path" if isinstance(value, Path) else "pathlib.PurePath"), [str(value)]
        elif type(value) is datetime.date:
            name, items = "datetime.date", [value.year, value.month, value.day]
        elif type(value) is datetime.timedelta:
            name, items = "datetime.timedelta", [value.days, value.seconds, value.microseconds]
        elif type(value) is datetime.timezone:
            named = value.__getinitargs__()[1:]  # type: ignore[attr-defined]
            name, items = "datetime.timezone", [value.utcoffset(None), named[0] if named else None]
        elif type(value) is datetime.time:
            clock = [value.hour, value.minute, value.second, value.microsecond, value.fold]
            name, items = "datetime.time", [*clock, value.tzinfo]
        elif type(value) is datetime.datetime:
            day = [value.year, value.month, value.day]
            clock = [value.hour, value.minute, value.second, value.microsecond, value.fold]
            name, items = "datetime.datetime", [*day, *clock, value.tzinfo]
        elif type(value) in (logging.Logger, logging.RootLogger):
            logger = _logger(value)
            if isinstance(logger, str):
                return _unsupported(value, logger)
            name, items = "logging.Logger", logger
        if not name:
            return None
        described = [self._describe(item) for item in items]
        refused = next((item for item in described if item["kind"] == "unsupported"), None)
        return refused or {"kind": "made", "class": name, "items": described}

    def _numpy(self, value: Any) -> dict[str, Any] | None:
        numpy = sys.modules.get("numpy")
        if numpy is None:
            return None
        if isinstance(value, numpy.dtype) or (isinstance(value, type) and issubclass(value, numpy.generic)):
            try:
                name = numpy.dtype(value).name
            except TypeError:  # np.floating and other abstract classes
                name = ""
            return (
                {"kind": "dtype", "dtype": name} if name in DTYPES else _unsupported(value, "this dtype is not known")
            )
        if isinstance(value, numpy.lib.npyio.NpzFile):
            return _unsupported(value, "an archive is read when it is asked: take the arrays out of it at module level, `W = archive[\"w\"]`")
        if type(value) is not numpy.ndarray and not isinstance(value, numpy.generic):
            return None
        name = value.dtype.name
        if name not in DTYPES:
            return _unsupported(value, f"arrays of {name} are not known")
        elements = numpy.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
        file = self._write("bin", elements.tobytes())
        if isinstance(value, numpy.generic):
            return {"kind": "scalar", "dtype": name, "file": file}
        return {"kind": "array", "dtype": name, "shape": list(value.shape), "file": file}

    def _torch(self, value: Any) -> dict[str, Any] | None:
        torch = sys.modules.get("torch")
        if torch is None or not hasattr(torch, "Tensor"):
            return None
        if isinstance(value, torch.dtype):
            name = str(value).removeprefix("torch.")
            return {"kind": "tensor_dtype", "dtype": name} if name in DTYPES else _unsupported(value, "this dtype is not known")
        if type(value) is not torch.Tensor:
            return None
        name = str(value.dtype).removeprefix("torch.")
        if name not in DTYPES or value.layout is not torch.strided:
            return _unsupported(value, f"tensors of {name} are not known")
        elements = value.detach().cpu().contiguous().numpy().tobytes()
        return {"kind": "tensor", "dtype": name, "shape": list(value.shape), "file": self._write("bin", elements)}

    def _model(self, value: Any) -> dict[str, Any] | None:
        tokenizers = sys.modules.get("tokenizers")
        if tokenizers is not None and type(value) is tokenizers.Tokenizer:
            return _loaded("tokenizers.Tokenizer", self._write("json", value.to_str().encode("utf-8")))
        onnxruntime = sys.modules.get("onnxruntime")
        if onnxruntime is None or type(value) is not onnxruntime.InferenceSession:
            return None
        # Neither is public, yet there is no other way from a session back to its model.
        path = getattr(value, "_model_path", None)
        if path:
            path = os.path.abspath(os.fspath(path))
            if os.path.isfile(path):
                return {"kind": "session", "file": path, "external": True}
            return _unsupported(value, f"its model {path} is no longer there")
        if model := getattr(value, "_model_bytes", None):
            return {"kind": "session", "file": self._write("onnx", bytes(model)), "external": False}
        return _unsupported(value, "it does not say which model it was made from")

    def _file_of(self, kind: type) -> str:
        """The file that defines a class; empty where there is none."""
        if kind.__module__ in self.own_files:
            return self.own_files[kind.__module__]
        file = getattr(sys.modules.get(kind.__module__), "__file__", None)
        return os.path.abspath(file) if isinstance(file, str) else ""

    def _class_values(self, kind: type) -> dict[str, Any]:
        """The plain values that a class and its ancestors hold."""
        values: dict[str, Any] = {}
        for ancestor in reversed(kind.__mro__[:-1]):
            if ancestor.__module__ == kind.__module__ or self._file_of(ancestor):
                plain = (None, bool, int, float, str, bytes, list, tuple, set, frozenset, dict)
                for name, item in ancestor.__dict__.items():
                    if not name.startswith("__") and (item is None or type(item) in plain):
                        values[name] = item
        return values

    def _image(self, value: Any) -> dict[str, Any] | None:
        images = sys.modules.get("PIL.Image")
        if images is None or not isinstance(value, images.Image):
            return None
        if value.mode not in IMAGE_MODES:
            return _unsupported(value, f"images of mode {value.mode} are not known")
        pixels = (value.convert("L") if value.mode == "1" else value).tobytes()
        described = {"kind": "image", "mode": value.mode, "width": value.width, "height": value.height}
        described["file"] = self._write("bin", pixels)
        if value.mode == "P" and (palette := value.getpalette("RGBA")):
            described["palette"] = self._write("bin", bytes(palette))
        return described

    def _font(self, value: Any) -> dict[str, Any] | None:
        module = sys.modules.get("PIL.ImageFont")
        if module is None or type(value) is not module.FreeTypeFont:
            return None
        glyphs = fonts.table(value)
        if isinstance(glyphs, str):
            return _unsupported(value, glyphs)
        return _loaded("PIL.ImageFont.FreeTypeFont", self._write("glyphs", glyphs))

    def _fast_tokenizer(self, value: Any) -> dict[str, Any] | None:
        """A fast tokenizer of transformers: the tokenizer that it wraps, and what the class adds."""
        transformers = sys.modules.get("transformers")
        if transformers is None or not isinstance(value, transformers.PreTrainedTokenizerFast):
            return None
        if value.clean_up_tokenization_spaces:
            return _unsupported(value, "clean_up_tokenization_spaces is not known: set it to False")
        if not isinstance(value.chat_template, str | None):
            return _unsupported(value, "several chat templates are not known: set chat_template to the one that is used")
        names = ("pad_token", "pad_token_id", "pad_token_type_id", "padding_side", "truncation_side", "chat_template")
        described = {name: getattr(value, name) for name in names}
        # As pairs: their order is what a program sees.
        described["special_tokens_map"] = [list(pair) for pair in value.special_tokens_map.items()]
        described["all_special_tokens"] = list(value.all_special_tokens)
        described["model_input_names"] = list(value.model_input_names)
        described["model_max_length"] = min(int(value.model_max_length), 2**63 - 1)
        described["tokenizer"] = value.backend_tokenizer.to_str()
        file = self._write("json", json.dumps(described).encode("utf-8"))
        return _loaded("transformers.PreTrainedTokenizerFast", file)

    def _estimator(self, value: Any) -> dict[str, Any] | None:
        """A fitted model of scikit-learn, as an ONNX model of the same numbers."""
        base = sys.modules.get("sklearn.base")
        if base is None or not isinstance(value, base.BaseEstimator):
            return None
        described = estimators.describe(value)
        if isinstance(described, str):
            return _unsupported(value, described)
        model, estimator = described
        return {"kind": "session", "file": self._write("onnx", model), "external": False, "estimator": estimator}

    def _write(self, extension: str, data: bytes) -> str:
        name = f"{self.files}.{extension}"
        self.files += 1
        (self.folder / name).write_bytes(data)
        return name


def _loaded(kind: str, file: str) -> dict[str, Any]:
    return {"kind": "loaded", "class": kind, "file": file}


#: The fields of a format that compiled code fills in.
_LOG_FIELDS = {"message", "levelname", "levelno", "name", "asctime"}


def _logger(logger: logging.Logger) -> list[Any] | str:
    """Name, level, least level that is written, format and format of times; or why it cannot be frozen."""
    level = max(logger.getEffectiveLevel(), logger.manager.disable + 1 if logger.manager.disable else 0)
    if logger.disabled:
        level = sys.maxsize
    handlers: list[logging.Handler] = []
    holder: logging.Logger | None = logger
    while holder is not None:
        handlers += holder.handlers
        holder = holder.parent if holder.propagate else None
    if logger.filters or any(handler.filters for handler in handlers):
        return "it has filters, which are Python"
    if not handlers:
        # What is written by a logger that nobody has set up: the message alone, of warnings and worse.
        return [logger.name, level, logging.WARNING, "", ""]
    if all(type(handler) is logging.NullHandler for handler in handlers):
        return [logger.name, level, sys.maxsize, "", ""]
    if len(handlers) > 1 or type(handlers[0]) is not logging.StreamHandler or handlers[0].stream is not sys.stderr:
        return "its messages go elsewhere than to standard error"
    formatter = handlers[0].formatter or logging.Formatter("%(message)s")
    text = formatter._fmt or "%(message)s"
    is_plain = type(formatter) is logging.Formatter and type(formatter._style) is logging.PercentStyle
    fields = re.findall(r"%\((\w+)\)", text)
    if not is_plain or not _LOG_FIELDS.issuperset(fields) or re.search(r"%\(\w+\)(?!-?\d*[sd])", text):
        return "of its format only message, levelname, levelno, name and asctime can be frozen"
    return [logger.name, level, handlers[0].level, text, formatter.datefmt or ""]


def _is_below(file: str, root: str) -> bool:
    path = os.path.realpath(file)
    return path.startswith(os.path.realpath(root) + os.sep) and f"{os.sep}site-packages{os.sep}" not in path


def _attributes(value: Any) -> dict[str, Any]:
    """The attributes that an object has itself."""
    if isinstance(value, tuple):
        return {**dict(zip(getattr(value, "_fields", ()), value)), **getattr(value, "__dict__", {})}
    names = [name for kind in type(value).__mro__ for name in _slots(kind)]
    held = {name: getattr(value, name) for name in names if hasattr(value, name)}
    return {**held, **getattr(value, "__dict__", {})}


def _slots(kind: type) -> list[str]:
    slots = kind.__dict__.get("__slots__", ())
    names = [slots] if isinstance(slots, str) else list(slots)
    return [name for name in names if not name.startswith("__")]


def _unsupported(value: Any, reason: str) -> dict[str, Any]:
    kind = type(value)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return {"kind": "unsupported", "type": name, "reason": reason}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
