"""Where this Python's ONNX Runtime is: compiled libraries that run a model can use the same one."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path


def offer_library(bundle: Path) -> None:
    """Names the library of the `onnxruntime` package to compiled code, through `ORT_DYLIB_PATH`.

    A path that is set already, or a library in the bundle's folder, comes first. The package itself is not imported.
    """
    if os.environ.get("ORT_DYLIB_PATH") or _libraries(bundle):
        return
    if found := installed_library():
        os.environ["ORT_DYLIB_PATH"] = found


def installed_library() -> str | None:
    """The path of the library in the `onnxruntime` package, where that is installed."""
    spec = importlib.util.find_spec("onnxruntime")
    for location in (spec and spec.submodule_search_locations) or ():
        libraries = _libraries(Path(location) / "capi")
        if libraries:
            return str(libraries[-1])
    return None


def _libraries(folder: Path) -> list[Path]:
    """The files in a folder that are the ONNX Runtime library, whatever version its name says."""
    patterns = ("libonnxruntime.so*", "libonnxruntime*.dylib", "onnxruntime.dll")
    return sorted(path for pattern in patterns for path in folder.glob(pattern))
