"""Sessions of ONNX Runtime that are built only when they are used.

Capture runs the user's module for the values of its globals. Of an `InferenceSession` it wants the model alone, yet to
build one takes longer than all else that most modules do. So a session whose model has been built before, by the same
version of ONNX Runtime and with the same arguments, is built when the module first uses it: mostly never. A model that
was never built is built at once, so that what is wrong with it is raised where Python would raise it.
"""

from __future__ import annotations

import hashlib
import importlib.abc
import importlib.util
import os
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any


def defer_sessions(marks: Path) -> None:
    """From now on, `onnxruntime.InferenceSession` defers. `marks` is a folder that remembers which models were built."""
    sys.meta_path.insert(0, _Finder(marks))


class _Finder(importlib.abc.MetaPathFinder):
    """Changes `onnxruntime` when it is imported; not before, since that takes long and most modules do not."""

    def __init__(self, marks: Path) -> None:
        self.marks = marks

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != "onnxruntime":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader, self.marks)
        return spec


class _Loader(importlib.abc.Loader):
    def __init__(self, loader: Any, marks: Path) -> None:
        self.loader = loader
        self.marks = marks

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self.loader.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        self.loader.exec_module(module)
        if hasattr(module, "InferenceSession"):
            setattr(module, "InferenceSession", _deferred(module.InferenceSession, module.__version__, self.marks))  # noqa: B010


def _deferred(real: type, version: str, marks: Path) -> type:
    """A class of sessions like the real one, that is built by the first attribute that only a built one has."""

    class InferenceSession(real):  # type: ignore[misc]
        def __init__(self, path_or_bytes: Any, *arguments: Any, **options: Any) -> None:
            mark = _mark(version, path_or_bytes, arguments, options)
            if mark is not None and (marks / mark).exists():
                self._model_path = os.fspath(path_or_bytes)
                self._deferred = (path_or_bytes, *arguments), options
                return
            super().__init__(path_or_bytes, *arguments, **options)
            if mark is not None:
                marks.mkdir(parents=True, exist_ok=True)
                (marks / mark).touch()

        def __getattr__(self, name: str) -> Any:
            deferred = self.__dict__.pop("_deferred", None)
            if deferred is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            arguments, options = deferred
            super().__init__(*arguments, **options)
            return getattr(self, name)

    InferenceSession.__qualname__ = real.__qualname__
    InferenceSession.__module__ = real.__module__
    return InferenceSession


def _mark(version: str, model: Any, arguments: tuple[Any, ...], options: dict[str, Any]) -> str | None:
    """What tells whether a session would be built as one before was; `None` where nothing does."""
    if not isinstance(model, str | os.PathLike) or not all(map(_is_plain, [*arguments, *options.values()])):
        return None
    try:
        path = os.path.realpath(os.fspath(model))
        state = os.stat(path)
    except (OSError, TypeError, ValueError):
        return None
    told = (version, path, state.st_size, state.st_mtime_ns, arguments, sorted(options.items()))
    return hashlib.sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest()


def _is_plain(value: Any) -> bool:
    """Whether the repr of an argument says all of it."""
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)
