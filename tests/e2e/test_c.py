"""A C program calls the bundle where neither Python nor Rust is on the path."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

PROGRAM = Path(__file__).with_name("embed.c")


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_c_program(compiled, example, tmp_path):
    bundle = compiled("embed")
    manifest = json.loads((bundle / "manifest.json").read_text())
    program = tmp_path / "embed"
    library = bundle / manifest["library"]
    command = ["cc", "-Wall", "-Werror", "-o", str(program), str(PROGRAM), f"-I{bundle}", str(library)]
    subprocess.run([*command, f"-Wl,-rpath,{bundle}"], check=True)

    engine = next((Path(onnxruntime.__file__).parent / "capi").glob("libonnxruntime.*"))
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {"PATH": str(empty), "ORT_DYLIB_PATH": str(engine), "HOME": os.environ.get("HOME", "/")}
    result = subprocess.run([str(program), "hello world"], capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stderr
    actual = np.array([float(line) for line in result.stdout.split()], dtype=np.float32)
    expected = example("embed").embed(["hello world"])[0]
    np.testing.assert_allclose(actual, expected, rtol=0, atol=1e-5)
