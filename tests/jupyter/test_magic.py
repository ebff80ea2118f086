"""`%%compile` and `%compile` in a shell of IPython."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hotforge.agreement import Agreement
from hotforge.session import Native
from hotforge_jupyter.comparison import Comparison
from hotforge_jupyter.options import NAMES, Options, parse
from IPython.core.error import UsageError
from IPython.utils.capture import RichOutput, capture_output

TOLD = "application/vnd.hotforge.result+json"


def cell(shell: Any, text: str) -> tuple[Any, list[RichOutput], str]:
    """Runs a cell: what came of it, what it displayed, what it printed."""
    with capture_output() as captured:
        result = shell.run_cell(text, store_history=True)
    return result, captured.outputs, re.sub(r"\x1b\[[\d;]*m", "", captured.stdout)


def native(shell: Any, text: str) -> RichOutput:
    """Runs a cell that compiles: what it displayed last."""
    result, outputs, printed = cell(shell, text)
    assert result.success, printed
    assert outputs[-1].data[TOLD]["state"] == "native"
    return outputs[-1]


def refused(shell: Any, text: str) -> str:
    """Runs a cell that does not compile: what it says."""
    result, outputs, printed = cell(shell, text)
    assert not result.success
    assert outputs[-1].data[TOLD]["state"] == "refused"
    return str(outputs[-1].data["text/plain"])


def test_a_function_is_bound_native_with_the_values_that_the_kernel_holds(shell: Any) -> None:
    cell(shell, "scale = sum([1, 2])")
    native(shell, "%%compile\ndef f(x: int) -> int:\n    return x * scale\n")
    assert isinstance(shell.user_ns["f"], Native)
    assert shell.user_ns["f"](5) == 15
    cell(shell, "scale = 100")
    assert shell.user_ns["f"](5) == 15
    assert shell.user_ns["f"].python(5) == 500
    native(shell, "%compile f")
    assert shell.user_ns["f"](5) == 500


def test_values_decide_and_not_what_the_cells_say(shell: Any) -> None:
    cell(shell, "for size in range(3): pass")
    cell(shell, "table = []\ntable.extend(['a', 'b'])")
    cell(shell, "globals()['hidden'] = {'x': 1.5}")
    native(shell, "%%compile\ndef f(i: int) -> tuple[str, float, int]:\n    return table[i], hidden['x'], size\n")
    assert shell.user_ns["f"](1) == ("b", 1.5, 2)


def test_helpers_of_other_cells_are_found_and_redefined_ones_are_the_last(shell: Any) -> None:
    cell(shell, "import math as m\nfrom math import sqrt as root")
    cell(shell, "def outer(x: float) -> float:\n    return inner(x) + 1")
    cell(shell, "def inner(x: float) -> float:\n    return m.floor(x)")
    cell(shell, "def inner(x: float) -> float:\n    return root(x)")
    native(shell, "%%compile\ndef f(x: float) -> float:\n    return outer(x)\n")
    assert shell.user_ns["f"](9.0) == 4.0
    cell(shell, "def inner(x: float) -> float:\n    return -x")
    native(shell, "%compile f")
    assert shell.user_ns["f"](9.0) == -8.0


def test_classes_of_cells_and_their_objects(shell: Any) -> None:
    cell(
        shell,
        "from dataclasses import dataclass\nfrom enum import Enum\n\n"
        "@dataclass\nclass Point:\n    x: int\n    y: int = 2\n\n"
        "class Colour(Enum):\n    RED = 1\n    BLUE = 2\n\n"
        "origin = Point(7)\nliked = Colour.BLUE",
    )
    native(shell, "%%compile\ndef f(d: int) -> tuple[int, str]:\n    return origin.x + origin.y + d, liked.name\n")
    assert shell.user_ns["f"](1) == (10, "BLUE")


def test_a_native_function_is_called_by_another_cell_and_compiled_with_it(shell: Any) -> None:
    native(shell, "%%compile\ndef twice(x: int) -> int:\n    return 2 * x\n")
    native(shell, "%%compile\ndef f(x: int) -> int:\n    return twice(x) + 1\n")
    assert shell.user_ns["f"](4) == 9


def test_a_module_beside_the_notebook_is_followed_with_its_values(shell: Any, tmp_path: Path) -> None:
    (tmp_path / "prefixes.py").write_text("PREFIX = 'old'\n\ndef prefixed(text: str) -> str:\n    return PREFIX + text\n")
    cell(shell, "import sys; sys.path.insert(0, '.')\nimport prefixes\nprefixes.PREFIX = 'new '")
    native(shell, "%%compile\ndef f(text: str) -> str:\n    return prefixes.prefixed(text)\n")
    assert shell.user_ns["f"]("x") == "new x"


def test_lines_are_those_of_the_cell(shell: Any) -> None:
    said = refused(shell, "%%compile\n\n\ndef f(x: str) -> int:\n    # why not\n    return eval(x)\n")
    assert "error[HF0104]" in said
    assert "    6 |     return eval(x)\n                   ^^^^" in said


def test_an_error_in_a_helper_is_told_where_the_helper_stands(shell: Any) -> None:
    cell(shell, "y = 1\ndef helper(x: str) -> int:\n    return eval(x)")
    assert "    3 |     return eval(x)" in refused(shell, "%%compile\ndef f(x: str) -> int:\n    return helper(x)\n")


def test_a_refused_function_stays_python(shell: Any) -> None:
    refused(shell, "%%compile\ndef f(x: str) -> int:\n    return eval(x)\n")
    assert shell.user_ns["f"]("1 + 1") == 2


def test_a_global_of_an_unsupported_kind_is_told_where_it_is_bound(shell: Any) -> None:
    cell(shell, "n = 0\nlock = open('/dev/null')")
    said = refused(shell, "%%compile\ndef f(x: int) -> int:\n    return lock.fileno() + x\n")
    assert "which cannot be frozen into a library" in said
    assert "    2 | lock = open('/dev/null')" in said


def test_an_exception_inside_native_code_leads_through_the_cells(shell: Any) -> None:
    cell(shell, "def check(x: int) -> int:\n    if x < 0:\n        raise ValueError(f'{x} is negative')\n    return x")
    native(shell, "%%compile\ndef f(x: int) -> int:\n    return check(x) + 1\n")
    result, _, printed = cell(shell, "f(-3)")
    assert isinstance(result.error_in_exec, ValueError)
    assert str(result.error_in_exec) == "-3 is negative"
    lines = []
    traceback = result.error_in_exec.__traceback__
    while traceback is not None:
        lines.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
        traceback = traceback.tb_next
    assert lines[-2:] == [("f", 3), ("check", 3)]
    assert "raise ValueError" in printed


def test_unchanged_cells_come_from_the_cache(shell: Any) -> None:
    text = "%%compile\ndef f(x: int) -> int:\n    return x + 987\n"
    native(shell, text)
    assert "from the cache" in native(shell, text).data["text/plain"]


def test_check_builds_and_binds_nothing(shell: Any) -> None:
    _, outputs, _ = cell(shell, "%%compile --check\ndef f(x: int) -> int:\n    return x\n")
    assert outputs[-1].data[TOLD] == {"state": "checked", "names": ["f"]}
    assert not isinstance(shell.user_ns["f"], Native)


@pytest.mark.parametrize(("kind", "expected"), [("rust", "fn f(x: i64)"), ("ir", '"predictors"')])
def test_emit_prints(shell: Any, kind: str, expected: str) -> None:
    _, outputs, _ = cell(shell, f"%%compile --emit {kind}\ndef f(x: int) -> int:\n    return x\n")
    assert expected in outputs[-1].data["text/plain"]


def test_save_writes_a_bundle_that_loads(shell: Any, tmp_path: Path) -> None:
    import hotforge

    native(shell, "%%compile --save out/adder\ndef f(x: int) -> int:\n    return x + 1\n")
    assert shell.user_ns["f"](1) == 2
    assert {path.suffix for path in (tmp_path / "out/adder").iterdir()} >= {".json", ".h"}
    assert hotforge.load(tmp_path / "out/adder")(4) == 5


def test_names_and_entry_choose(shell: Any) -> None:
    text = "def a(x: int) -> int:\n    return b(x)\n\ndef b(x: int) -> int:\n    return x\n"
    native(shell, f"%%compile\n{text}")
    assert isinstance(shell.user_ns["a"], Native) and not isinstance(shell.user_ns["b"], Native)
    for options in ("b", "--entry b"):
        native(shell, f"%%compile {options}\n{text}")
        assert isinstance(shell.user_ns["b"], Native) and not isinstance(shell.user_ns["a"], Native)
    native(shell, f"%%compile a b\n{text}")
    assert isinstance(shell.user_ns["a"], Native) and isinstance(shell.user_ns["b"], Native)


def test_compare_evaluates_both_forms(shell: Any) -> None:
    shown = native(shell, "%%compile --compare f([3.0, 4.5])\ndef f(xs: list[float]) -> float:\n    return sum(xs)\n")
    assert "f([3.0, 4.5]): equal; Python" in shown.data["text/plain"]
    assert "<svg" in shown.data["text/html"]
    shown = native(shell, "%%compile --compare\ndef g(x: int) -> int:\n    return 1 // x\n\ng(1)")
    assert "g(1): equal" in shown.data["text/plain"]


@pytest.mark.parametrize(
    ("python", "told"),
    [
        (1.0, "as fast as Python"),
        (0.96, "as fast as Python"),
        (1.349, "1.3 times as fast as Python"),
        (0.5, "2.0 times slower than Python"),
        (51.4, "51 times as fast as Python"),
        (12345.0, "12,000 times as fast as Python"),
    ],
)
def test_a_speed_is_told_in_two_digits(python: float, told: str) -> None:
    assert Comparison("f()", python, 1.0, Agreement("equal")).told_speed == told


def test_compare_raises_where_the_two_do_not_agree(shell: Any) -> None:
    # What a function reads is frozen, so a Python function that changes what it reads goes its own way.
    result, outputs, _ = cell(
        shell, "%%compile --compare f.__name__ + str(count())\ndef f() -> int:\n    return 1\nimport itertools\ncount = itertools.count().__next__"
    )
    assert type(result.error_in_exec).__name__ == "Disagreement"
    assert "DIFFERENT" in outputs[-1].data["text/plain"]


def test_the_html_tells_types_costs_rust_and_sizes(shell: Any) -> None:
    cell(shell, "import numpy as np\nweights = np.ones(500)")
    html = native(shell, "%%compile\ndef f(x: float) -> float:\n    y = x * 2\n    return float(weights.sum()) + y\n").data["text/html"]
    assert "<b>y: float</b>" in html
    assert "numpy::sum_scalar" in html and "goes over an array" in html and "let y = x * 2.0;" in html
    assert "4.0 KB" in html and "captured globals" in html
    assert "<script" not in html and "http" not in html
    html = refused_html(shell, "%%compile\ndef f(x: str) -> int:\n    return eval('<b>' + x)\n")
    assert "class='b qe'>eval</span>" in html
    assert "&lt;b&gt;" in html


def refused_html(shell: Any, text: str) -> str:
    _, outputs, _ = cell(shell, text)
    return str(outputs[-1].data["text/html"])


def test_text_that_is_no_python_is_told_as_ipython_does(shell: Any) -> None:
    result, _, printed = cell(shell, "%%compile\ndef f(:\n")
    assert type(result.error_in_exec).__name__ == "SyntaxError"
    assert "magic.py" not in printed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("%compile", "name the functions to compile"),
        ("%compile helpr", "did you mean `helper`?"),
        ("%%compile g\ndef h(x: int) -> int:\n    return x\n", "the cell defines no function `g`"),
        ("%%compile\nx = 1\n", "the cell defines no function"),
        ("%%compile --emit c\ndef h(x: int) -> int:\n    return x\n", "invalid choice"),
    ],
)
def test_misuse_is_explained(shell: Any, text: str, message: str) -> None:
    cell(shell, "def helper(x: int) -> int:\n    return x")
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        cell(shell, text)[0].raise_error()


def test_completion_offers_options_and_functions(shell: Any) -> None:
    cell(shell, "def helper(x: int) -> int:\n    return x")
    assert shell.complete("--ch", "%%compile --ch")[1] == ["--check"]
    assert shell.complete("hel", "%compile hel")[1] == ["helper"]


def test_the_documentation_names_every_option(shell: Any) -> None:
    doc = shell.magics_manager.magics["cell"]["compile"].__doc__
    assert all(name in doc for name in NAMES)


def test_a_notebook_switches_between_the_two_forms(shell: Any) -> None:
    import hotforge_jupyter

    native(shell, "%%compile\ndef f(x: int) -> int:\n    return x\n")
    hotforge_jupyter.use("python", ["f"])
    assert not isinstance(shell.user_ns["f"], Native)
    hotforge_jupyter.use("native", ["f"])
    assert isinstance(shell.user_ns["f"], Native)


def test_options_are_read() -> None:
    assert parse("a b --time") == Options(names=["a", "b"], time=True)
    assert parse("--save x/y --compare f('a  b', --c)") == Options(save=Path("x/y"), compare="f('a  b', --c)")
    assert parse("--compare") == Options(compare="")
    assert parse("f --save 'my models/f'") == Options(names=["f"], save=Path("my models/f"))
    assert parse(r"f --save C:\models\f") == Options(names=["f"], save=Path(r"C:\models\f"))
    with pytest.raises(UsageError, match="no closing quotation"):
        parse("f --save 'my models")
