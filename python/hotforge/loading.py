"""Imports the user's modules as Python itself would, from a program of ours."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType


def prepare(file: str, root: str) -> None:
    """Makes `sys.path` and `sys.argv` what they are where Python runs the file. `root` is the project's."""
    # Python puts the folder of a script first; a script of ours must not hide the user's modules.
    own = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != own]
    sys.path[:0] = dict.fromkeys([os.path.dirname(file), root])
    sys.argv[:] = [file]
    _stand_in_for_muna()


def import_file(file: str) -> ModuleType:
    """The module of a file: the one that is imported already, or else imported now."""
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str) and module.__name__ != "__main__" and os.path.realpath(path) == os.path.realpath(file):
            return module
    name, top = _module_name(file)
    if "." in name:
        if top not in sys.path:
            sys.path.insert(0, top)
        return importlib.import_module(name)
    if name in sys.modules or name in sys.stdlib_module_names:
        name = f"_hotforge_{name}"  # `json.py` of the user must not take the place of Python's
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module


def _module_name(file: str) -> tuple[str, str]:
    """The dotted name of a file, and the folder that its first part is looked for in."""
    folder, parts = os.path.dirname(file), [Path(file).stem]
    while os.path.exists(os.path.join(folder, "__init__.py")):
        parts.insert(0, os.path.basename(folder))
        folder = os.path.dirname(folder)
    if len(parts) > 1 and parts[-1] == "__init__":
        parts.pop()
    return ".".join(parts), folder


def _stand_in_for_muna() -> None:
    """Makes `from muna import compile, Parameter` work where that package is not installed."""
    if importlib.util.find_spec("muna") is not None or importlib.util.find_spec("hotforge") is None:
        return
    hotforge = importlib.import_module("hotforge")
    muna = ModuleType("muna")
    muna.compile = hotforge.compile  # type: ignore[attr-defined]
    muna.Parameter = hotforge.Parameter  # type: ignore[attr-defined]
    sys.modules["muna"] = muna
