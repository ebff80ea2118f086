"""The playground in Chromium: what is typed is checked, every pane and every example, links, broken and hostile texts."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from site_under_test import DESKTOP, DIST, PHONE, REPOSITORY, Playground

PANES = ["run", "rust", "graph", "types", "ir", "manifest", "header", "docs"]
PREDICTOR = """from hotforge import compile


@compile()
def shout(text: str, times: int = 2) -> str:
    loud = text.upper()
    return loud * times
"""
#: Puts a text into the first file, as the editor does.
WRITE = "text => window.hotforge.write([...window.hotforge.documents.peek().keys()][0], text)"
Picture = Callable[[Playground, str], None]


def examples() -> list[str]:
    """The ids of the gallery, as its own source lists them, and the diagnostics whose pages have an example that fails."""
    source = (REPOSITORY / "playground/web/src/gallery.ts").read_text(encoding="utf-8")
    own = re.findall(r'^  \["(\w+)", "', source, re.MULTILINE)
    pages = (REPOSITORY / "docs/diagnostics").glob("HF*.md")
    return own + sorted(page.stem for page in pages if "```python fails" in page.read_text(encoding="utf-8"))


def test_typing_shows_diagnostics_and_hints(playground: Playground) -> None:
    playground.open()
    playground.type(PREDICTOR)
    playground.checked()
    expect(playground.page.locator(".status")).to_have_text("Ready to compile")
    expect(playground.page.locator(".source .view-lines")).to_contain_text("loud: str")
    playground.type(PREDICTOR.replace("upper()", "uper()"))
    expect(playground.page.locator(".problems .message").first).to_contain_text("uper")
    expect(playground.page.locator(".source .squiggly-error").first).to_be_visible()
    expect(playground.page.locator(".status")).to_have_text("1 problem")


def test_a_fix_is_offered_and_applied(playground: Playground) -> None:
    playground.open()
    playground.type(PREDICTOR.replace("upper()", "uper()"))
    playground.page.locator(".problem").first.click()
    playground.page.keyboard.press("ControlOrMeta+.")
    playground.page.locator(".action-widget").get_by_text(re.compile("upper")).click()
    expect(playground.page.locator(".status")).to_have_text("Ready to compile")
    assert playground.text() == PREDICTOR


def test_completion_hover_and_rename(playground: Playground) -> None:
    playground.open()
    playground.type(PREDICTOR.replace("loud * times\n", "text"))
    playground.page.keyboard.type(".cas")
    expect(playground.page.locator(".suggest-widget")).to_contain_text("casefold")
    playground.page.keyboard.press("Escape")
    playground.type(PREDICTOR)
    playground.checked()
    playground.page.locator(".source .view-line span", has_text=re.compile(r"^upper$")).hover()
    expect(playground.page.locator(".monaco-hover:not(.hidden)")).to_contain_text("upper() -> str")
    playground.page.locator(".source .view-line span", has_text=re.compile(r"^loud$")).first.click()
    playground.page.keyboard.press("F2")
    playground.page.locator(".rename-box input").fill("noise")
    playground.page.keyboard.press("Enter")
    expect(playground.page.locator(".source .view-lines")).to_contain_text("return noise")
    assert playground.text() == PREDICTOR.replace("loud", "noise")


def test_rust_is_linked_to_python_both_ways(playground: Playground, picture: Picture) -> None:
    playground.open("#example/text_statistics")
    playground.pane("rust")
    rust = playground.page.locator(".code-host[data-language=rust]")
    expect(rust.locator(".view-lines")).to_contain_text("fn text_statistics")
    playground.page.locator(".source .view-line", has_text="counts[word] =").click()
    expect(rust.locator(".linked-line").first).to_be_visible()
    playground.page.wait_for_timeout(400)
    picture(playground, "rust")
    rust.locator(".view-line", has_text="counts").first.click()
    expect(playground.page.locator(".source .selected-text").first).to_be_visible()


def test_the_graph_leads_to_the_source(playground: Playground) -> None:
    playground.open("#example/kalman")
    playground.pane("graph")
    expect(playground.page.locator(".graph .node.first")).to_contain_text("kalman")
    expect(playground.page.locator(".graph .edge").first).to_contain_text(re.compile("float|ndarray"))
    before = playground.page.locator(".graph svg > g").get_attribute("transform")
    playground.page.get_by_role("button", name="Zoom in").click()
    assert playground.page.locator(".graph svg > g").get_attribute("transform") != before
    playground.page.locator(".graph .node", has_text="numpy::eye").press("Enter")
    expect(playground.page.locator(".source .selected-text").first).to_be_visible()


def test_a_click_on_the_graph_leads_to_the_source(playground: Playground) -> None:
    playground.open("#example/kalman")
    playground.pane("graph")
    playground.page.locator(".graph .node", has_text="numpy::eye").click()
    expect(playground.page.locator(".source .selected-text").first).to_be_visible()


def test_the_data_of_a_function_is_drawn_with_types_on_its_edges(playground: Playground, picture: Picture) -> None:
    playground.open("#example/kalman")
    playground.pane("graph")
    page = playground.page
    page.get_by_label("What the graph shows").select_option("kalman#0")
    expect(page.locator(".graph .node.parameter").first).to_contain_text("measurements")
    expect(page.locator(".graph .edge", has_text="measurements: list[float]")).to_have_count(1)
    expect(page.locator(".graph .node.result", has_text="return")).to_have_count(1)
    picture(playground, "graph")
    page.locator(".graph .node.control", has_text="for ").first.press("Enter")
    expect(page.locator(".source .selected-text").first).to_be_visible()
    assert playground.accessible() == []


@pytest.mark.parametrize("pane", PANES)
def test_each_pane_shows_something_and_is_accessible(playground: Playground, pane: str) -> None:
    playground.open("#example/records")
    playground.pane(pane)
    expected = {
        "run": "shortest_tour",
        "rust": "struct Stop",
        "graph": "shortest_tour",
        "types": "list[Stop]",
        "ir": "fn shortest_tour#0(",
        "manifest": '"shortest_tour"',
        "header": "hotforge_call",
        "docs": "What fails",
    }[pane]
    expect(playground.page.locator("#output")).to_contain_text(expected)
    assert playground.accessible() == []


@pytest.mark.parametrize("example", examples())
def test_each_example_is_as_its_group_says(playground: Playground, example: str) -> None:
    playground.open(f"#example/{example}")
    if example.startswith("HF"):
        codes = playground.page.locator(".problems .code").all_inner_texts()
        assert example in codes
    else:
        assert playground.status() in ("Ready to compile", "Ready once captured"), playground.problems()
        if playground.status() == "Ready to compile":
            playground.pane("rust")
            expect(playground.page.locator(".code-host .view-lines")).to_contain_text("hotforge_runtime")


def test_the_gallery_opens_examples(playground: Playground, picture: Picture) -> None:
    playground.open()
    playground.page.get_by_role("button", name="Examples").click()
    dialog = playground.page.get_by_role("dialog", name="Examples")
    expect(dialog).to_be_visible()
    assert playground.accessible() == []
    picture(playground, "examples")
    dialog.get_by_role("button", name=re.compile("^Several files")).click()
    expect(dialog).to_be_hidden()
    tabs = playground.page.locator("[role=tablist][aria-label=Files] [role=tab]")
    expect(tabs).to_have_text(["main.py", "scoring.py"])
    tabs.nth(1).click()
    expect(playground.page.locator(".source .view-lines")).to_contain_text("def stem")


def test_files_are_added_renamed_and_followed(playground: Playground) -> None:
    playground.open()
    playground.type("from hotforge import compile\nfrom shapes import area\n\n\n@compile()\ndef f(a: int) -> int:\n    return area(a)\n")
    expect(playground.page.locator(".status")).to_contain_text("problem")
    playground.page.get_by_role("button", name="New file").click()
    expect(playground.page.get_by_role("tab", name="helpers.py", selected=True)).to_be_visible()
    playground.type("def area(a: int) -> int:\n    return a * a\n")
    playground.page.get_by_role("tab", name="helpers.py").press("F2")
    playground.page.locator(".rename").fill("shapes.py")
    playground.page.locator(".rename").press("Enter")
    expect(playground.page.locator(".status")).to_have_text("Ready to compile")


def test_a_link_holds_the_files(playground: Playground, browser: Browser, address: str) -> None:
    playground.open()
    text = PREDICTOR + "# ünïcödé 😀\n"
    playground.type(text)
    playground.page.get_by_role("button", name="Share").click()
    expect(playground.page.locator(".notice")).to_contain_text("The link is copied")
    link = playground.page.evaluate("navigator.clipboard.readText()")
    assert link == playground.page.url and "#code/" in link
    context = browser.new_context(viewport=DESKTOP)
    other = Playground(context, address).open(link.removeprefix(address))
    assert other.text() == text
    context.close()


@pytest.mark.parametrize("fragment", ["#code/", "#code/AAAA", "#code/q1ZKzs8tKMpMV7JSUIKJ", "#example/none", "#docs/HF9999x", "#%00"])
def test_a_broken_link_is_no_end(playground: Playground, fragment: str) -> None:
    playground.open(fragment)
    assert playground.text() != ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "def f(:\n",
        "\x00\x01\x02",
        "(" * 20_000,
        "x = " + "[" * 5_000 + "]" * 5_000,
        "a." * 20_000,
        "@compile()\ndef f(x):\n" + "    if x:\n" * 500,
        "f'{" * 3_000,
        "1" * 100_000,
        "\ud83d\ude00" * 5_000,
        "from hotforge import compile\n@compile()\ndef f(x: int) -> int:\n    return " + "+".join(["x"] * 20_000),
        "from hotforge import compile\n@compile()\ndef f(x: int) -> int:\n    return " + "-" * 20_000 + "x",
        "def " * 10_000,
        "lambda: " * 10_000 + "0",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_hostile_texts_do_not_end_the_page(playground: Playground, text: str) -> None:
    playground.open()
    playground.page.evaluate(WRITE, text)
    playground.page.wait_for_timeout(300)
    # The page itself answers at once, whatever the analyzer is at.
    assert playground.page.evaluate("1 + 1") == 2
    playground.page.evaluate(WRITE, PREDICTOR)
    expect(playground.page.locator(".status")).to_have_text("Ready to compile", timeout=30_000)


def test_a_worker_that_hangs_is_put_to_an_end(playground: Playground, address: str) -> None:
    page = playground.page
    # The analyzer's worker begins as ever, and then never answers again.
    def hang(route):  # noqa: ANN001, ANN202
        body = route.fetch().text()
        stuck = ";{const handle=self.onmessage;self.onmessage=event=>{const {changes}=event.data;for(const {text} of changes){if(text&&text.includes('HANG'))for(;;);}handle.call(self,event)}}"
        route.fulfill(body=body + stuck, content_type="text/javascript")

    page.route(re.compile(r"/assets/worker-.*\.js"), hang)
    playground.open()
    playground.type(PREDICTOR + "# HANG\n")
    expect(page.locator(".notice")).to_contain_text("took too long", timeout=20_000)
    playground.type(PREDICTOR)
    expect(page.locator(".status")).to_have_text("Ready to compile")


def test_five_thousand_lines_are_pasted(playground: Playground) -> None:
    playground.open()
    functions = "".join(f"\n\ndef helper_{n}(a: int) -> int:\n    b = a + {n}\n    return b * 2\n" for n in range(1_000))
    playground.type(PREDICTOR + functions)
    assert len(playground.text().split("\n")) > 5_000
    playground.checked()
    expect(playground.page.locator(".status")).to_have_text("Ready to compile")
    playground.page.keyboard.type("x")
    assert playground.page.evaluate("1 + 1") == 2


def test_a_model_that_is_dropped_types_the_session(playground: Playground) -> None:
    onnx = REPOSITORY / "models/bge-small-en/model.onnx"
    playground.open("#example/embedding")
    expect(playground.page.locator(".drop-here")).to_contain_text("model.onnx")
    playground.page.locator(".drop-here input").set_input_files(onnx)
    expect(playground.page.locator(".binary")).to_contain_text("model.onnx")
    expect(playground.page.locator(".source .view-lines")).to_contain_text("ndarray[float32")


def test_the_project_is_downloaded(playground: Playground) -> None:
    playground.open("#example/modules")
    with playground.page.expect_download() as download:
        playground.page.get_by_role("button", name="Download").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as files:
        names = set(files.namelist())
        readme = files.read("main-hotforge/README.md").decode()
    assert names == {"main-hotforge/README.md", "main-hotforge/main.py", "main-hotforge/scoring.py"}
    assert "hotforge compile main.py" in readme


def test_settings_are_kept(playground: Playground) -> None:
    page = playground.open().page
    page.get_by_role("button", name="Settings").click()
    assert playground.accessible() == []
    page.get_by_role("switch", name=re.compile("^Hints")).uncheck()
    page.get_by_role("switch", name=re.compile("^Vim")).check()
    page.get_by_text("Dark", exact=True).click()
    page.keyboard.press("Escape")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator(".vim-status")).to_contain_text("NORMAL")
    expect(page.locator(".source .view-lines")).not_to_contain_text(": list[str] =")
    playground.open()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert playground.accessible() == []


def test_everything_is_reached_by_the_keyboard(playground: Playground) -> None:
    page = playground.open().page
    page.locator("body").press("Tab")
    seen = set()
    leaves = False
    for _ in range(40):
        seen.add(page.evaluate("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText ?? '').trim()"))
        # Within the editor Tab indents; this is the editor's own way out.
        if not leaves and page.evaluate("document.activeElement.closest('.monaco-editor') !== null"):
            page.keyboard.press("Control+m")
            leaves = True
        page.keyboard.press("Tab")
    assert any("Examples" in name for name in seen) and any("Share" in name for name in seen), seen
    assert "Width of the editor" in seen and "Run" in seen, seen


def test_it_works_offline_after_the_first_load(playground: Playground) -> None:
    page = playground.open().page
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.reload()
    playground.checked()
    page.context.set_offline(True)
    playground.open("#example/records")
    playground.pane("graph")
    expect(page.locator(".graph .node.first")).to_contain_text("shortest_tour")
    page.context.set_offline(False)


def test_nothing_comes_from_elsewhere(playground: Playground) -> None:
    asked: list[str] = []
    playground.page.on("request", lambda request: asked.append(request.url))
    playground.open("#example/kalman")
    for pane in PANES:
        playground.pane(pane)
        playground.page.wait_for_timeout(100)
    assert [url for url in asked if not url.startswith((playground.address, "about:", "data:", "blob:"))] == []


def test_the_form_reads_values(playground: Playground) -> None:
    page = playground.open("#example/hello").page
    times = page.get_by_label("times")
    times.fill("many")
    expect(page.locator(".field .error")).to_have_text("many is no int")
    expect(page.get_by_role("button", name=re.compile("^Run "))).to_be_disabled()
    times.fill("3")
    expect(page.get_by_role("button", name=re.compile("^Run "))).to_be_enabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_desktop(browser: Browser, address: str, picture: Picture, theme: str) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme=theme)
    playground = Playground(context, address).open("#example/kalman" if theme == "light" else "#example/softmax")
    playground.pane("run" if theme == "light" else "types")
    playground.page.wait_for_timeout(800)
    assert playground.accessible() == []
    picture(playground, theme)
    context.close()


def test_phone(browser: Browser, address: str, picture: Picture) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    playground = Playground(context, address).open("#example/HF0401")
    page: Page = playground.page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(page.locator(".problems")).to_be_visible()
    picture(playground, "phone-code")
    assert playground.accessible() == []
    playground.open("#example/hello")
    page.get_by_role("button", name="Output").tap()
    expect(page.get_by_label("name")).to_be_visible()
    page.wait_for_timeout(300)
    picture(playground, "phone-run")
    assert playground.accessible() == []
    context.close()


def test_the_built_folder_is_of_files_alone() -> None:
    manifest = json.loads((DIST / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["start_url"] == "./"
    page = (DIST / "index.html").read_text(encoding="utf-8")
    assert "script-src 'self' 'wasm-unsafe-eval'" in page and "unsafe-eval'" not in page.replace("wasm-unsafe-eval", "")
    assert re.findall(r'(?:src|href)="/', page) == []
