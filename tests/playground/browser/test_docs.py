"""Pages of diagnostics and operators: each example is checked as it stands, runs in place and opens in the editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from against_cpython import difference, in_cpython, in_page
from playwright.sync_api import Locator, expect
from site_under_test import REPOSITORY, Playground

DIAGNOSTICS = REPOSITORY / "docs/diagnostics"
OPERATORS = REPOSITORY / "playground/web/operators"
Picture = Callable[[Playground, str], None]


def with_examples() -> list[str]:
    return sorted(page.stem for page in DIAGNOSTICS.glob("HF*.md") if "```python" in page.read_text(encoding="utf-8"))


def examples_of(code: str) -> Iterator[tuple[str, str]]:
    """What each block of Python says that it is, and its text."""
    text = (DIAGNOSTICS / f"{code}.md").read_text(encoding="utf-8")
    for kind, example in re.findall(r"```python ?(\w*)[^\n]*\n(.*?)```", text, re.DOTALL):
        yield kind, example


def outcome_of(example: Locator) -> Locator:
    outcome = example.locator(".example-outcome")
    expect(outcome).to_be_visible()
    return outcome


@pytest.mark.parametrize("code", with_examples())
def test_examples_of_diagnostics_show_what_they_are(playground: Playground, code: str) -> None:
    playground.open(f"#docs/{code}")
    shown = playground.page.locator(".docs .example")
    wanted = list(examples_of(code))
    expect(shown).to_have_count(len(wanted))
    for place, (kind, text) in enumerate(wanted):
        example = shown.nth(place)
        expect(example.locator("code[role=textbox]")).to_have_text(text.rstrip(), use_inner_text=False)
        outcome = outcome_of(example)
        run = example.get_by_role("button", name="Run").first
        if kind == "fails":
            expect(outcome).to_contain_text(code)
        elif kind == "mended":
            expect(outcome.locator(".error")).to_have_count(0)
            run.click()
            # It has a result, an exception, or there is something that only a library can do.
            expect(example.locator(".answer").or_(outcome.get_by_text("no predictor"))).to_be_visible()
    if wanted and wanted[0][0] == "fails" and shown.first.locator(".example-outcome .error").count():
        shown.first.get_by_role("button", name="Run").first.click()
        expect(shown.first.locator(".example-outcome")).to_contain_text("does not compile")


def test_an_example_is_edited_run_and_opened(playground: Playground, picture: Picture) -> None:
    playground.open("#example/HF0401")
    playground.page.get_by_role("link", name="What HF0401 means").click()
    docs = playground.page.locator(".docs")
    expect(docs).to_contain_text("argument of a wrong type")
    mended = docs.locator(".example").nth(1)
    mended.get_by_role("button", name="Run").click()
    expect(mended.locator(".answer.ok")).to_contain_text("3, 1, 4, 1, 5, 9, 2, 6")
    mended.locator(".field textarea").fill("7, 8")
    mended.get_by_role("button", name=re.compile("^Run Ctrl")).click()
    expect(mended.locator(".answer.ok")).to_contain_text("7, 8")
    picture(playground, "docs")
    assert playground.accessible() == []
    code = mended.locator("code[role=textbox]")
    code.fill((code.text_content() or "").replace("str(part)", "part"))
    expect(mended.locator(".example-outcome")).to_contain_text("HF0401")
    mended.get_by_role("button", name="Open in the editor").click()
    expect(playground.page.locator(".status")).to_have_text("1 problem")


@pytest.mark.parametrize("module", sorted(path.stem for path in OPERATORS.glob("*.py")))
def test_examples_of_operators_give_what_cpython_gives(playground: Playground, module: str) -> None:
    playground.open(f"#docs/module/{module}")
    example = playground.page.locator(".docs .example")
    expect(example.locator(".example-outcome")).to_contain_text("Compiles.")
    example.get_by_role("button", name="Run").click()
    answer = example.locator(".answer")
    expect(answer).to_be_visible()
    if "refused" in (answer.get_attribute("class") or ""):
        pytest.skip(answer.inner_text())
    file = OPERATORS / f"{module}.py"
    predictor = re.search(r"@compile\(\)\ndef (\w+)", file.read_text(encoding="utf-8"))[1]
    expected = in_cpython(file, predictor, {})
    if expected is None:
        pytest.skip(f"{module} is not installed")
    assert difference(in_page(answer), expected) is None
