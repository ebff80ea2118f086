"""Run it here: predictors of the gallery run in the page and give what CPython gives; what does not end is stopped."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from against_cpython import difference, in_cpython, in_page
from playwright.sync_api import expect
from site_under_test import DIST, REPOSITORY, Playground

pytestmark = pytest.mark.skipif(
    not list((DIST / "assets").glob("hotforge_evaluator*.wasm")), reason="the site was built without the evaluator"
)

Value = str | int | float | Path | list[str] | list[float] | list[list[float]]
PHOTO = REPOSITORY / "docs/images/playground-light.png"

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
    "modules": {"query": "fast birds", "documents": ["a bird that is fast", "slow tortoises"]},
    "softmax": {"queries": [[0.5, -1.0], [2.0, 0.25]], "keys": [[1.0, 1.0], [0.0, -3.0], [4.0, 0.5]]},
    "kalman": {"measurements": [1.1, 1.9, 3.2, 3.9, 5.1, 6.2]},
    "nearest": {"query": [1.0, 0.5, 0.0], "vectors": [[1.0, 1.0, 0.0], [2.0, 0.0, 1.0], [-1.0, 0.0, 0.0]], "k": 2},
    "image": {"image": PHOTO, "size": 8},
    "postcard": {"photo": PHOTO, "mood": "grey"},
}
ENDLESS = """from hotforge import compile


@compile()
def forever(start: int = 1) -> int:
    while True:
        start = (start * 31 + 7) % 1000
"""


def file_of(example: str) -> Path:
    """The file with the predictor of an example."""
    own = REPOSITORY / "playground/web/gallery"
    files = (own / example / "main.py", own / f"{example}.py", REPOSITORY / f"examples/{example}.py")
    return next(file for file in files if file.exists())


def fill(playground: Playground, arguments: dict[str, Value]) -> None:
    for name, value in arguments.items():
        field = playground.page.locator(f"#argument-{name}")
        if isinstance(value, Path):
            field.set_input_files(value)
            continue
        if isinstance(value, list):
            is_json = field.locator("xpath=following-sibling::p", has_text="As JSON.").count() > 0
            value = json.dumps(value) if is_json else ("\n" if isinstance(value[0], str) else ", ").join(map(str, value))
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=str(value))
        else:
            field.fill(str(value))


def run(playground: Playground) -> None:
    playground.page.get_by_role("button", name=re.compile("^Run ")).click()


@pytest.mark.parametrize("focus", ["nothing", "the editor", "another pane"])
def test_the_keys_that_run_do_so_from_anywhere(playground: Playground, focus: str) -> None:
    playground.open("#example/hello")
    page = playground.page
    text = page.evaluate("[...window.hotforge.documents.value.values()][0]")
    if focus == "nothing":
        page.evaluate("document.activeElement?.blur()")
    elif focus == "the editor":
        page.locator(".source .view-line").first.click()
    else:
        playground.pane("rust")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page.locator(".answer")).to_be_visible()
    assert page.evaluate("[...window.hotforge.documents.value.values()][0]") == text


def test_the_keys_that_run_say_what_is_to_be_mended_first(playground: Playground) -> None:
    playground.open("#example/HF0601")
    playground.page.keyboard.press("ControlOrMeta+Enter")
    expect(playground.page.locator(".notice")).to_contain_text("problems to mend")


@pytest.mark.parametrize("example", RUNS)
def test_an_example_gives_what_cpython_gives(playground: Playground, example: str) -> None:
    playground.open(f"#example/{example}")
    fill(playground, RUNS[example])
    predictor = playground.page.locator(".signature b").inner_text()
    run(playground)
    answer = playground.page.locator(".answer")
    expect(answer).to_be_visible()
    assert "ok" in (answer.get_attribute("class") or ""), answer.inner_text()
    given = {name: str(value) if isinstance(value, Path) else value for name, value in RUNS[example].items()}
    expected = in_cpython(file_of(example), predictor, given)
    assert expected is not None and difference(in_page(answer), expected) is None


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


