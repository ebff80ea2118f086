"""`compile_function` and `@compile(jit=True)` in a running program."""

import importlib.util
import itertools
import subprocess
import sys
import textwrap
import traceback
from pathlib import Path

import pytest
from conftest import HOTFORGE

import hotforge
from hotforge.session import Native

_NUMBERS = itertools.count()


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Imports a text as a module of its own."""
    monkeypatch.setenv("HOTFORGE_PROGRAM", HOTFORGE)

    def imported(text):
        name = f"session_module_{next(_NUMBERS)}"
        path = tmp_path / f"{name}.py"
        path.write_text(textwrap.dedent(text))
        specification = importlib.util.spec_from_file_location(name, path)
        made = importlib.util.module_from_spec(specification)
        sys.modules[name] = made
        specification.loader.exec_module(made)
        return made

    return imported


def test_a_function_with_the_values_of_now(module):
    made = module("""
        import re
        WORD = re.compile(r"[a-z]+")
        limit = 1

        def words(text: str) -> list[str]:
            return first(WORD.findall(text))

        def first(found: list[str]) -> list[str]:
            return found[:limit]
    """)
    made.limit = 2
    words = hotforge.compile_function(made.words)
    assert isinstance(words, Native)
    assert words("a b c") == ["a", "b"]
    assert words.python is made.words
    assert words.__name__ == "words" and str(words.__signature__) == "(text: str) -> list[str]"
    made.limit = 3
    assert words("a b c") == ["a", "b"]
    assert hotforge.compile_function(made.words)("a b c") == ["a", "b", "c"]


def test_objects_of_the_module(module):
    made = module("""
        from dataclasses import dataclass

        @dataclass
        class Scale:
            factor: float

        scale = Scale(0.0)

        def scaled(x: float) -> float:
            return x * scale.factor
    """)
    made.scale = made.Scale(2.5)
    assert hotforge.compile_function(made.scaled)(2.0) == 5.0


def test_a_function_defined_under_a_condition(module):
    made = module("""
        try:
            import no_such_module_at_all
        except ImportError:
            def twice(x: int) -> int:
                return 2 * x
    """)
    assert hotforge.compile_function(made.twice)(4) == 8


def test_what_cannot_be_compiled_is_told_with_its_line(module):
    made = module("""
        def bad(x: str) -> int:
            return eval(x)
    """)
    with pytest.raises(hotforge.CompileError) as raised:
        hotforge.compile_function(made.bad)
    assert "error[HF0104]" in str(raised.value)
    assert "    3 |     return eval(x)\n                   ^^^^" in str(raised.value)
    assert raised.value.report.diagnostics[0]["place"]["path"] == made.__file__


@pytest.mark.parametrize("function", [lambda x: x, len, "text"])
def test_what_is_no_function_of_a_module(function, monkeypatch):
    monkeypatch.setenv("HOTFORGE_PROGRAM", HOTFORGE)
    with pytest.raises((TypeError, hotforge.CompileError)):
        hotforge.compile_function(function)


def test_a_function_within_a_function_is_refused(monkeypatch):
    monkeypatch.setenv("HOTFORGE_PROGRAM", HOTFORGE)

    def inner(x: int) -> int:
        return x

    with pytest.raises(hotforge.CompileError, match="write it at the top level"):
        hotforge.compile_function(inner)


def test_a_traceback_leads_through_the_source(module):
    made = module("""
        def half(x: int) -> int:
            return checked(x) // 2

        def checked(x: int) -> int:
            if x < 0:
                raise ValueError("less than nothing")
            return x
    """)
    half = hotforge.compile_function(made.half)
    with pytest.raises(ValueError, match="less than nothing") as raised:
        half(-1)
    frames = traceback.extract_tb(raised.value.__traceback__)[-2:]
    assert [(frame.name, frame.lineno, frame.line) for frame in frames] == [
        ("half", 3, "return checked(x) // 2"),
        ("checked", 7, 'raise ValueError("less than nothing")'),
    ]
    assert {frame.filename for frame in frames} == {made.__file__}


def test_a_function_that_is_compiled_when_it_is_called_first(module):
    made = module("""
        from hotforge import compile

        factor = 1

        @compile(jit=True)
        def times(x: int) -> int:
            return x * factor
    """)
    assert made.times.native is None
    made.factor = 3
    assert made.times(5) == 15
    assert isinstance(made.times.native, Native)
    made.factor = 4
    assert made.times(5) == 15


def test_a_script(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import hotforge\n\ndef f(x: int) -> int:\n    return x + 1\n\nprint(hotforge.compile_function(f)(41))\n")
    package = Path(hotforge.__file__).parents[1]
    environment = {"PYTHONPATH": str(package), "HOTFORGE_PROGRAM": HOTFORGE, **_environment()}
    result = subprocess.run([sys.executable, script], capture_output=True, text=True, env=environment)
    assert (result.stdout, result.stderr) == ("42\n", "")


def _environment():
    import os

    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "HOTFORGE_PROGRAM")}
