"""`load` finds libraries, and says what to do where it does not."""

from __future__ import annotations

import ctypes.util
import inspect
import os
import sys
import shutil
from pathlib import Path
from typing import Annotated, Literal, get_type_hints

import pytest

import hotforge
from hotforge import Parameter
from hotforge.onnxruntime import offer_library


def test_folder_of_a_bundle(boundary_path: Path, tmp_path: Path) -> None:
    shutil.copy(boundary_path, tmp_path / "renamed.so")
    (tmp_path / "manifest.json").write_text('{"library": "renamed.so"}')
    assert hotforge.load(tmp_path).add(1, 2) == 3
    assert hotforge.load(str(tmp_path / "renamed.so")).add(1) == 2


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no .*absent"):
        hotforge.load(tmp_path / "absent")
    with pytest.raises(FileNotFoundError, match="Compile the predictor with `hotforge compile`"):
        hotforge.load(tmp_path)


def test_parent_of_a_bundle(tmp_path: Path) -> None:
    (tmp_path / "embed").mkdir()
    (tmp_path / "embed" / "manifest.json").write_text("{}")
    with pytest.raises(FileNotFoundError, match="did you mean .*embed"):
        hotforge.load(tmp_path)


def test_no_library(tmp_path: Path) -> None:
    (tmp_path / "text.so").write_text("hello")
    with pytest.raises(OSError, match="It is not a native library"):
        hotforge.load(tmp_path / "text.so")
    (tmp_path / "windows.dll").write_bytes(b"MZ\0\0")
    with pytest.raises(OSError, match="made for Windows; this is .* compile it again here"):
        hotforge.load(tmp_path / "windows.dll")


def test_other_library() -> None:
    found = ctypes.util.find_library("m")
    paths = [
        path for path in map(Path, ("/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")) if (path / str(found)).exists()
    ]
    if not paths:
        pytest.skip("no libm to try")
    with pytest.raises(ValueError, match="is not a library made by Hotforge"):
        hotforge.load(paths[0] / str(found))


def test_newer_library(boundary_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hotforge.native.ABI_VERSION", 0)
    with pytest.raises(ValueError, match="has version 1 of the C functions .* upgrade this package"):
        hotforge.load(boundary_path)


def test_signature_and_documentation(library: hotforge.Library) -> None:
    assert library.add.__doc__ == "The sum of two numbers."
    assert library.add.__name__ == "add"
    a, b = inspect.signature(library.add).parameters.values()
    assert a.annotation == Annotated[int, Parameter.Numeric(description="The first.", min=0)]
    assert (a.default, b.default, b.annotation) == (inspect.Parameter.empty, 1, int)
    assert get_type_hints(library.greet) == {"tone": Literal["warm", "cold"], "return": str}
    assert library["add"] is library.add
    assert "negate" in dir(library)
    assert "add(" in repr(library.add)
    with pytest.raises(AttributeError, match="the library has no predictor 'sub'; it has add"):
        library.sub  # noqa: B018


def test_onnxruntime_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    capi = tmp_path / "packages" / "onnxruntime" / "capi"
    capi.mkdir(parents=True)
    (capi.parent / "__init__.py").write_text("raise RuntimeError('must not be imported')")
    (capi / "libonnxruntime.so.1.24.0").touch()
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.syspath_prepend(tmp_path / "packages")
    monkeypatch.setenv("ORT_DYLIB_PATH", "")
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    offer_library(bundle)
    assert os.environ["ORT_DYLIB_PATH"] == str(capi / "libonnxruntime.so.1.24.0")
    monkeypatch.setenv("ORT_DYLIB_PATH", "")
    (bundle / "libonnxruntime.so").touch()
    offer_library(bundle)
    assert os.environ["ORT_DYLIB_PATH"] == ""
