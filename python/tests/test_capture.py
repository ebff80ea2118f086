"""Capture runs a module of the user's and describes its globals."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[1]


def capture(
    tmp_path: Path,
    source: str,
    names: list[str],
    extra: dict[str, str] | None = None,
    models: Path | None = None,
) -> tuple[int, Any]:
    project = tmp_path / "project"
    project.mkdir()
    for name, text in {"predictor.py": source, **(extra or {})}.items():
        path = project / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    wanted = [name.split(":") if ":" in name else ["predictor.py", name] for name in names]
    request = {
        "file": str(project / "predictor.py"),
        "root": str(project),
        "globals": [{"file": str(project / file), "name": name} for file, name in wanted],
        **({"models": str(models)} if models else {}),
    }
    (tmp_path / "request.json").write_text(json.dumps(request), encoding="utf-8")
    command = [sys.executable, "-m", "hotforge.capture", str(tmp_path / "request.json"), str(tmp_path / "result")]
    done = subprocess.run(command, cwd=PACKAGE, capture_output=True, check=False)
    assert done.stdout == b""
    return done.returncode, json.loads((tmp_path / "result" / "result.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("None", {"kind": "none"}),
        ("...", {"kind": "ellipsis"}),
        ("True", {"kind": "bool", "value": True}),
        ("-2**63", {"kind": "int", "value": -(2**63)}),
        ("0.1", {"kind": "float", "value": "0.1"}),
        ("-0.0", {"kind": "float", "value": "-0.0"}),
        ("float('nan')", {"kind": "float", "value": "nan"}),
        ("float('-inf')", {"kind": "float", "value": "-inf"}),
        ("'naïve 🔥\\0'", {"kind": "str", "value": "naïve 🔥\0"}),
        ("b'\\xff'", {"kind": "bytes", "value": "/w=="}),
        ("(1, 'a')", {"kind": "tuple", "items": [{"kind": "int", "value": 1}, {"kind": "str", "value": "a"}]}),
        ("{'a': []}", {"kind": "dict", "items": [[{"kind": "str", "value": "a"}, {"kind": "list", "items": []}]]}),
        ("{3}", {"kind": "set", "items": [{"kind": "int", "value": 3}]}),
        ("frozenset()", {"kind": "frozenset", "items": []}),
        ("2**63", {"kind": "unsupported", "type": "int"}),
        ("'\\ud800'", {"kind": "unsupported", "type": "str"}),
        ("object()", {"kind": "unsupported", "type": "object"}),
        ("__import__('collections').OrderedDict()", {"kind": "unsupported", "type": "collections.OrderedDict"}),
    ],
)
def test_value(tmp_path: Path, expression: str, expected: dict[str, Any]) -> None:
    code, result = capture(tmp_path, f"X = {expression}\n", ["X"])
    assert code == 0
    (value,) = result["values"]
    value.pop("reason", None)
    assert value == expected


def test_container_that_contains_itself(tmp_path: Path) -> None:
    _, result = capture(tmp_path, "X = [1]\nX.append(X)\nY = [[]] * 2\n", ["X", "Y"])
    assert result["values"][0]["items"][1]["reason"] == "it contains itself"
    assert result["values"][1]["items"] == [{"kind": "list", "items": []}] * 2


def test_deep_nesting(tmp_path: Path) -> None:
    _, result = capture(tmp_path, "X = []\nfor _ in range(100000): X = [X]\n", ["X"])
    assert result["values"][0]["kind"] == "unsupported"


def test_missing_name(tmp_path: Path) -> None:
    assert capture(tmp_path, "", ["X"]) == (0, {"values": [{"kind": "missing"}], "output": ""})


def test_arrays(tmp_path: Path) -> None:
    np = pytest.importorskip("numpy")
    source = (
        "import numpy as np\n"
        "A = np.arange(6, dtype='>i2').reshape(2, 3).T\n"
        "S = np.float32(1.5)\nD = np.float32\nE = np.dtype('int64')\nC = np.zeros(2, 'c8')\nT = np.zeros(2, 'M8[D]')\n"
    )
    _, result = capture(tmp_path, source, ["A", "S", "D", "E", "C", "T"])
    array, scalar, kind, dtype, complex_array, times = result["values"]
    assert (array["kind"], array["dtype"], array["shape"]) == ("array", "int16", [3, 2])
    elements = np.fromfile(tmp_path / "result" / array["file"], "<i2").reshape(3, 2)
    assert elements.tolist() == [[0, 3], [1, 4], [2, 5]]
    assert (scalar["kind"], scalar["dtype"]) == ("scalar", "float32")
    assert (tmp_path / "result" / scalar["file"]).read_bytes() == np.float32(1.5).tobytes()
    assert kind == {"kind": "dtype", "dtype": "float32"}
    assert dtype == {"kind": "dtype", "dtype": "int64"}
    assert (complex_array["dtype"], complex_array["shape"]) == ("complex64", [2])
    assert times["reason"] == "arrays of datetime64[D] are not known"


def test_tokenizer(tmp_path: Path) -> None:
    pytest.importorskip("tokenizers")
    source = (
        "from tokenizers import Tokenizer, models\n"
        "T = Tokenizer(models.WordLevel({'a': 0, '?': 1}, '?'))\nT.enable_truncation(7)\n"
    )
    _, result = capture(tmp_path, source, ["T"])
    assert result["values"][0]["class"] == "tokenizers.Tokenizer"
    text = json.loads((tmp_path / "result" / result["values"][0]["file"]).read_text(encoding="utf-8"))
    assert text["truncation"]["max_length"] == 7


def test_module_runs_once_and_is_not_main(tmp_path: Path) -> None:
    source = "import prefixes, package.part\nNAME = __name__\nPREFIX = prefixes.PREFIX\n"
    extra = {
        "prefixes.py": "import predictor\nprint('prefixes')\nPREFIX = {'a': 1}\n",
        "package/__init__.py": "",
        "package/part.py": "from . import other\nX = other.X\n",
        "package/other.py": "X = 5\n",
    }
    _, result = capture(tmp_path, source, ["NAME", "prefixes.py:PREFIX", "package/part.py:X"], extra)
    assert result["values"][0] == {"kind": "str", "value": "predictor"}
    assert result["values"][1]["kind"] == "dict"
    assert result["values"][2] == {"kind": "int", "value": 5}
    assert result["output"] == "prefixes\n"


def test_module_named_like_one_of_python(tmp_path: Path) -> None:
    source = "import other\nimport json\nX = json.dumps([1])\n"
    _, result = capture(tmp_path, source, ["X", "json.py:Y"], {"json.py": "Y = 1\n", "other.py": ""})
    assert result["values"][1] == {"kind": "int", "value": 1}


def test_module_that_raises(tmp_path: Path) -> None:
    code, result = capture(tmp_path, "def load():\n    open('/nowhere/x')\n\nprint('before')\nload()\n", [])
    assert code == 3
    error = result["error"]
    assert error["type"] == "FileNotFoundError"
    assert [(frame["line"], frame["function"]) for frame in error["frames"]] == [(5, "<module>"), (2, "load")]
    assert "capture.py" not in error["traceback"]
    assert error["traceback"].startswith("Traceback (most recent call last):\n  File ")
    assert result["output"] == "before\n"


def test_syntax_error(tmp_path: Path) -> None:
    code, result = capture(tmp_path, "x = (\n", [])
    assert (code, result["error"]["type"], result["error"]["frames"][0]["line"]) == (3, "SyntaxError", 1)


def test_exit(tmp_path: Path) -> None:
    code, result = capture(tmp_path, "import sys\nsys.exit(0)\n", [])
    assert (code, result["error"]["type"]) == (3, "SystemExit")


def test_decorated_for_muna(tmp_path: Path) -> None:
    source = "from muna import compile, Parameter\n@compile(tag='@a/b', description='x')\ndef f(): return 1\nX = f()\n"
    code, result = capture(tmp_path, source, ["X"])
    assert (code, result["values"]) == (0, [{"kind": "int", "value": 1}])


SESSION = '''
import onnxruntime
S = onnxruntime.InferenceSession(r"PATH")
KIND = type(S).__name__ if isinstance(S, onnxruntime.InferenceSession) else ""
BUILT = "_sess" in S.__dict__
'''


@pytest.fixture
def small_model(tmp_path: Path) -> Path:
    """A model that comes with ONNX Runtime: its input is `X`."""
    onnxruntime = pytest.importorskip("onnxruntime")
    return Path(shutil.copy(Path(onnxruntime.__file__).parent / "datasets" / "mul_1.onnx", tmp_path))


def capture_session(folder: Path, marks: Path, source: str, names: list[str]) -> tuple[int, Any]:
    folder.mkdir()
    return capture(folder, source, names, models=marks)


def test_a_session_that_was_built_before_is_deferred(tmp_path: Path, small_model: Path) -> None:
    source = SESSION.replace("PATH", str(small_model))
    marks = tmp_path / "marks"
    for run, built in (("first", True), ("second", False)):
        code, result = capture_session(tmp_path / run, marks, source, ["S", "KIND", "BUILT"])
        assert code == 0
        session, kind, was_built = result["values"]
        assert session == {"kind": "session", "file": str(small_model), "external": True}
        assert kind["value"] == "InferenceSession"
        assert was_built["value"] is built


def test_a_deferred_session_is_built_by_its_first_use(tmp_path: Path, small_model: Path) -> None:
    source = SESSION.replace("PATH", str(small_model)) + "NAMES = [i.name for i in S.get_inputs()]\nODD = hasattr(S, 'q')\n"
    for run in ("first", "second"):
        code, result = capture_session(tmp_path / run, tmp_path / "marks", source, ["NAMES", "ODD"])
        assert code == 0
        assert [item["value"] for item in result["values"][0]["items"]] == ["X"]
        assert result["values"][1]["value"] is False


def test_a_changed_model_is_built_again(tmp_path: Path, small_model: Path) -> None:
    source = SESSION.replace("PATH", str(small_model))
    assert capture_session(tmp_path / "first", tmp_path / "marks", source, ["S"])[0] == 0
    small_model.write_bytes(b"no model")
    code, result = capture_session(tmp_path / "second", tmp_path / "marks", source, ["S"])
    assert code == 3
    assert result["error"]["type"] == "InvalidProtobuf"


def test_font(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    source = (
        "from PIL import ImageFont\nF = ImageFont.load_default(12)\n"
        "G = ImageFont.load_default(12)\nG.layout_engine = ImageFont.Layout.RAQM\n"
        "H = ImageFont.load_default(12)\nH.layout_engine, H.encoding = ImageFont.Layout.RAQM, 'armn'\n"
    )
    _, result = capture(tmp_path, source, ["F", "G", "H"])
    basic, shaped, other = result["values"]
    for value in (basic, shaped):
        assert value["class"] == "PIL.ImageFont.FreeTypeFont"
        assert (tmp_path / "result" / value["file"]).stat().st_size > 2000
    assert "its characters are those of the encoding 'armn'" in other["reason"]


def test_the_runtime_holds_the_default_font() -> None:
    fonts = pytest.importorskip("PIL.ImageFont")
    from hotforge.fonts import table

    held = PACKAGE.parent / "runtime/src/pil/imagefont/default.glyphs"
    made = table(fonts.load_default())
    assert isinstance(made, bytes)
    # How well the bytes are packed depends on the zlib that is there.
    assert zlib.decompress(made) == zlib.decompress(held.read_bytes())
