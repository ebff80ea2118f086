"""`load`: opens a compiled library and gives its predictors as Python functions."""

from __future__ import annotations

import json
import os
from ctypes import c_char_p, c_uint64, c_void_p
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from hotforge.cancellation import in_thread
from hotforge.errors import PredictorError, last_error
from hotforge.native import Native
from hotforge.onnxruntime import offer_library
from hotforge.record import Record
from hotforge.signature import signature
from hotforge.stream import AsyncStream, Stream
from hotforge.values import connect, from_native, to_native

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Library", "Predictor", "PredictorError", "Record", "load"]

_C = TypeVar("_C")

_SUFFIXES = (".so", ".dylib", ".dll")


class Predictor:
    """A compiled predictor. Called like the Python function it was made from: positional and keyword arguments,
    defaults, and the same exceptions; `inspect.signature` and `help` show its signature and docstring.

    Any number of threads may call it at the same time. Arrays go in and come out without a copy.
    """

    @classmethod
    def of(cls, native: Native, manifest: dict[str, Any]) -> Predictor:
        """The predictor that a manifest describes."""
        call = function_of(native, manifest["name"], native.fail)
        return with_call(cls, call)(native, manifest)

    def __init__(self, native: Native, manifest: dict[str, Any]) -> None:
        self._native = native
        self._key = manifest["name"].encode("utf-8")
        self.manifest = manifest
        self.__name__ = self.__qualname__ = manifest["name"]
        self.__doc__ = manifest.get("doc")
        self.__signature__ = signature(manifest)
        self.__annotations__ = {
            parameter.name: parameter.annotation for parameter in self.__signature__.parameters.values()
        }
        self.__annotations__["return"] = self.__signature__.return_annotation

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        native = self._native
        names = None
        if kwargs:
            keys = [key.encode("utf-8") for key in kwargs]
            names = (c_char_p * (len(args) + len(keys)))(*[None] * len(args), *keys)
        arguments: list[int] = []
        try:
            for value in (*args, *kwargs.values()):
                arguments.append(to_native(native, value))
            pointers = (c_void_p * len(arguments))(*arguments)
            result = native.call(self._key, pointers, names, len(arguments))
            if result is None:
                raise last_error(native)
        finally:
            for pointer in arguments:
                native.value_free(pointer)
        return from_native(native, result)

    async def aio(self, /, *args: Any, **kwargs: Any) -> Any:
        """As a call, without holding up the event loop: it runs in a thread of asyncio's, and Python goes on meanwhile. A
        predictor that yields gives an asynchronous iterator.

        Cancelling it, as a timeout and Ctrl-C in `asyncio.run` do, cancels the call: it ends within the run of a model, before the
        next one, or before the next item of a stream. Loops ask once in a while.
        """
        result = await in_thread(self._native, self, *args, **kwargs)
        return AsyncStream(self._native, result) if isinstance(result, Stream) else result

    def token_counts(self) -> list[int]:
        """The number of tokens of each text that the last call in this thread encoded with a tokenizer, in order."""
        count = self._native.token_counts(None, 0)
        counts = (c_uint64 * count)()
        self._native.token_counts(counts, count)
        return list(counts)

    def __repr__(self) -> str:
        return f"<hotforge predictor {self.__name__}{self.__signature__}>"


def function_of(native: Native, name: str, fail: Callable[[], None]) -> Any:
    """A function that the library makes, which calls a predictor with nothing of Python in between; `fail` raises the last error.
    None where the library does not convert Python's objects by itself.
    """
    if not native.converts:
        return None
    return native.python_function(name.encode("utf-8"), native.make, native.read, native.hold, fail)


def with_call(cls: type[_C], call: Any) -> type[_C]:
    """The class, whose objects are called by that function, if there is one: Python looks for `__call__` in the class, so each
    predictor has one of its own.
    """
    if call is None:
        return cls
    return type(cls.__name__, (cls,), {"__call__": call, "__module__": cls.__module__, "__doc__": cls.__doc__})


class Library:
    """A library with several predictors, each an attribute of its name."""

    def __init__(self, path: str, manifest: dict[str, Any], predictors: dict[str, Predictor]) -> None:
        self.path = path
        self.manifest = manifest
        self.predictors = predictors

    def __getattr__(self, name: str) -> Predictor:
        predictors: dict[str, Predictor] = self.__dict__.get("predictors", {})
        if name in predictors:
            return predictors[name]
        raise AttributeError(f"the library has no predictor '{name}'; it has {', '.join(predictors)}")

    def __getitem__(self, name: str) -> Predictor:
        return self.predictors[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.predictors]

    def __repr__(self) -> str:
        return f"<hotforge library {self.path}: {', '.join(self.predictors)}>"


def load(path: str | os.PathLike[str]) -> Any:
    """Opens what `hotforge compile` wrote: the folder of the bundle, or the library in it.

    Returns the predictor as a function (`Predictor`), or, where the library holds several, an object with an
    attribute for each (`Library`).

    Raises `FileNotFoundError` where there is nothing at the path, `OSError` where the library cannot be loaded on
    this machine, and `ValueError` where it is no library of Hotforge or was made by a version that does not fit.
    """
    file = _find_library(Path(path))
    offer_library(file.parent)
    native = Native(str(file))
    connect(native)
    manifest = json.loads(native.manifest())
    native.record_classes = frozenset(_record_classes([described["parameters"] for described in manifest["predictors"]]))
    predictors = {described["name"]: Predictor.of(native, described) for described in manifest["predictors"]}
    if len(predictors) == 1:
        return next(iter(predictors.values()))
    return Library(str(file), manifest, predictors)


def _record_classes(described: Any) -> Iterator[str]:
    """The names of the classes whose objects are taken, by their fields."""
    if isinstance(described, dict):
        if described.get("type") == "record" and "class" in described:
            yield described["class"]
        described = list(described.values())
    if isinstance(described, list):
        for part in described:
            yield from _record_classes(part)


def _find_library(path: Path) -> Path:
    path = path.absolute()  # a name without a folder would be looked for in the system's folders
    if path.is_file():
        return path
    if not path.exists():
        raise FileNotFoundError(
            f"there is no {path}. Give `load` the folder that `hotforge compile` wrote: the one with manifest.json"
        )
    manifest = path / "manifest.json"
    if manifest.is_file():
        named: str | None = json.loads(manifest.read_text(encoding="utf-8")).get("library")
        if named and (path / named).is_file():
            return path / named
    found = sorted(file for file in path.iterdir() if file.suffix in _SUFFIXES)
    if len(found) == 1:
        return found[0]
    if not found:
        bundles = [folder.name for folder in path.iterdir() if (folder / "manifest.json").is_file()]
        hint = f"; did you mean {path / bundles[0]}?" if bundles else ". Compile the predictor with `hotforge compile`"
        raise FileNotFoundError(f"there is no library in {path}{hint}")
    names = ", ".join(file.name for file in found)
    raise FileNotFoundError(f"{path} holds several libraries and no manifest.json: give `load` one of {names}")
