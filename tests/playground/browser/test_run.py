"""Run it here: predictors of the gallery run in the page and give what CPython gives; what does not end is stopped."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from playwright.sync_api import expect
from site_under_test import DIST, REPOSITORY, Playground

pytestmark = pytest.mark.skipif(
    not list((DIST / "assets").glob("hotforge_evaluator*.wasm")), reason="the site was built without the evaluator"
)

Value = str | int | float | list[str] | list[float]

#: What each example is called with, by the names of its parameters.
RUNS: dict[str, dict[str, Value]] = {
    "hello": {"name": "  ada lovelace ", "times": 3},
    "records": {"names": ["Aa", "Bbb", "C", "é😀"], "start": 1},
    "variants": {"texts": ["1", "2.5", "abc", "0", "-1234567"]},
    "generator": {"start": 6},
    "mandelbrot": {"width": 12, "height": 6, "limit": 20},
    "text_statistics": {"text": "The cat sat. The dog sat too! Did the cat see it?", "top": 2},
    "chunk": {"text": "One sentence. Another one! A third? And the rest", "size": 30, "overlap": 1},
    "tokens": {"text": "banana bandana", "merges": 5},
}
ENDLESS = """from hotforge import compile


@compile()
def forever(start: int = 1) -> int:
    while True:
        start = (start * 31 + 7) % 1000
"""
RUN = """
import importlib, json, sys
module = importlib.import_module(sys.argv[1])
predictor = next(value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__
                 and callable(value) and value.__name__ in sys.argv[2])
result = predictor(**json.loads(sys.argv[3]))
print(repr(list(result) if hasattr(result, "__next__") else result))
"""


def in_cpython(example: str, predictor: str, arguments: dict[str, Value]) -> str:
    """The `repr` of what CPython gives."""
    own = REPOSITORY / "playground/web/gallery"
    folder = next(path for path in (own / example, own, REPOSITORY / "examples") if (path / "main.py").exists() or (path / f"{example}.py").exists())
    module = "main" if folder.name == example else example
    python = REPOSITORY / ".venv/bin/python"
    run = subprocess.run(
        [python, "-c", RUN, module, predictor, json.dumps(arguments)],
        cwd=folder, env={"PYTHONPATH": f"{folder}:{REPOSITORY / 'python'}"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return run.stdout.strip()


def fill(playground: Playground, arguments: dict[str, Value]) -> None:
    for name, value in arguments.items():
        if isinstance(value, list):
            value = "\n".join(map(str, value)) if isinstance(value[0], str) else ", ".join(map(str, value))
        playground.page.locator(f"#argument-{name}").fill(str(value))


def run(playground: Playground) -> None:
    playground.page.get_by_role("button", name=re.compile("^Run ")).click()


@pytest.mark.parametrize("example", RUNS)
def test_an_example_gives_what_cpython_gives(playground: Playground, example: str) -> None:
    playground.open(f"#example/{example}")
    fill(playground, RUNS[example])
    predictor = playground.page.locator(".signature b").inner_text()
    run(playground)
    answer = playground.page.locator(".answer")
    expect(answer).to_be_visible()
    assert "ok" in (answer.get_attribute("class") or ""), answer.inner_text()
    shown = answer.locator("details pre").text_content()
    assert shown == in_cpython(example, predictor, RUNS[example])


def test_results_are_drawn(playground: Playground, picture) -> None:  # noqa: ANN001
    page = playground.open("#example/generator").page
    run(playground)
    expect(page.locator(".answer .plot")).to_be_visible()
    picture(playground, "run")
    playground.open("#example/mandelbrot")
    run(playground)
    expect(page.locator(".answer .heatmap")).to_be_visible()
    picture(playground, "heatmap")
    assert playground.accessible() == []


def test_an_exception_leads_to_its_line(playground: Playground) -> None:
    page = playground.open("#example/chunk").page
    fill(playground, {"size": 0})
    run(playground)
    expect(page.locator(".answer.raised")).to_contain_text("ValueError")
    expect(page.locator(".answer.raised")).to_contain_text("size must be positive, got 0")
    page.locator(".answer .frames .place").last.click()
    expect(page.locator(".source .current-line").first).to_be_visible()


def test_what_does_not_end_is_stopped(playground: Playground) -> None:
    page = playground.open().page
    playground.type(ENDLESS)
    expect(page.locator(".signature b")).to_have_text("forever")
    run(playground)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".answer")).to_have_text("Stopped.")
    playground.open("#example/hello")
    run(playground)
    expect(page.locator(".answer.ok")).to_be_visible()


def test_a_run_that_takes_too_many_steps_is_refused(playground: Playground) -> None:
    page = playground.open().page
    playground.type(ENDLESS)
    expect(page.locator(".signature b")).to_have_text("forever")
    run(playground)
    expect(page.locator(".answer.refused")).to_contain_text("steps", timeout=120_000)


