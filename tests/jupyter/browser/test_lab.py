"""JupyterLab as a user sees it: cells are run, buttons pressed, things pointed at."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable

import nbformat
from lab import Lab, Notebook
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from playwright.sync_api import expect

FUNCTION = "%%compile\ndef f(x: int) -> int:\n    return 10 // x\n"
LOAD = "%load_ext hotforge"


def test_the_embedding_notebook_cell_by_cell(lab: Lab, picture: Callable[[str], None]) -> None:
    notebook = lab.open("embedding.ipynb")
    sources = [cell["source"] for cell in json.loads((lab.folder / "embedding.ipynb").read_text(encoding="utf-8"))["cells"]]
    first = {name: next(i for i, lines in enumerate(sources) if any(text in line for line in lines)) for name, text in WANTED.items()}
    for index in range(len(sources)):
        notebook.run(index)
        assert not any(output["output_type"] == "error" for output in notebook.outputs(index)), notebook.text(index)
    assert "equal" in notebook.text(first["embed"])
    assert "Shade cloth" in notebook.text(first["search"])
    assert any("image/png" in output.get("data", {}) for output in notebook.outputs(first["plot"]))  # type: ignore[operator]
    assert (lab.folder / "build/embed/manifest.json").is_file()

    cell = notebook.cell(first["embed"])
    notebook.select(first["embed"])
    expect(cell.locator(".hotforge-badge")).to_have_text("native")
    view = cell.locator(".hf")
    expect(view.locator("svg")).to_be_visible()
    hidden = view.locator(".t", has_text="hidden").first
    lab.page.mouse.move(5, 5)
    hidden.hover()
    tip = view.locator(".tip:visible")
    expect(tip).to_contain_text("hidden: ndarray[float32, (batch_size, sequence_length, 384)]")
    lab.page.wait_for_timeout(300)
    box = tip.bounding_box()
    assert box is not None and tip.evaluate("(node, [x, y]) => node.contains(document.elementFromPoint(x, y))", [box["x"] + 5, box["y"] + 5])
    picture("embedding")
    # A line opens and shows the Rust that it became.
    line = view.locator("details.l", has_text="encode_batch").first
    line.locator(".ln").click()
    expect(line.locator("pre")).to_contain_text("rt::tokenizers")
    picture("rust")


#: What cells are told by.
WANTED = {"embed": "def embed", "search": 'search("How', "plot": "plt.show"}


def test_the_result_in_a_dark_theme(lab: Lab, picture: Callable[[str], None]) -> None:
    name = lab.write(
        "dark.ipynb",
        [LOAD, "%%compile --check\ndef total(texts: list[str]) -> int:\n    count = sum(len(text) for text in texts)\n    return count + eval('1')\n"],
    )
    notebook = lab.open(name)
    lab.page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Dark' })")
    try:
        lab.page.wait_for_selector("body[data-jp-theme-light='false']", state="attached")
        notebook.run(0)
        notebook.run(1)
        view = notebook.cell(1).locator(".hf")
        squiggle = view.locator(".qe")
        expect(squiggle).to_have_text("eval")
        assert "wavy" in squiggle.evaluate("node => getComputedStyle(node).textDecoration")
        view.locator(".t", has_text="count").first.hover()
        tip = view.locator(".tip:visible")
        # Light on dark.
        brightness = "node => getComputedStyle(node).%s.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b)"
        assert tip.evaluate(brightness % "color") > tip.evaluate(brightness % "backgroundColor") + 200
        expect(view.locator(".diag")).to_contain_text("write the code out")
        picture("diagnostics")
    finally:
        lab.page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Light' })")


def test_the_button_compiles_and_the_switch_switches(lab: Lab) -> None:
    source = "from hotforge import compile\n\n@compile\ndef f(x: int) -> int:\n    return 10 // x"
    notebook = lab.open(lab.write("button.ipynb", [source, "type(f).__name__, f(5)", "x = 1"]))
    bar = notebook.cell(0).locator(".hotforge-bar")
    expect(bar.locator(".hotforge-badge")).to_have_text("Python")
    expect(notebook.cell(2).locator(".hotforge-bar")).to_have_count(0)
    bar.get_by_role("button", name="Compile").click()
    expect(bar.locator(".hotforge-badge")).to_have_text("native", timeout=120_000)
    expect(notebook.cell(0).locator(".cm-content")).to_contain_text("%%compile")
    notebook.run(1)
    assert notebook.text(1) == "('Native', 2)"
    bar.get_by_role("button", name="use Python").click()
    expect(bar.locator(".hotforge-badge")).to_have_text("Python")
    notebook.run(1)
    assert notebook.text(1) == "('function', 2)"
    notebook.select(0)
    notebook.execute("hotforge:switch")
    expect(bar.locator(".hotforge-badge")).to_have_text("native")
    notebook.run(1)
    assert notebook.text(1) == "('Native', 2)"
    notebook.set_source(0, "%%compile\n" + source.replace("10", "20"))
    expect(bar.locator(".hotforge-badge")).to_have_text("changed")


def test_the_same_in_notebook_7(lab: Lab, picture: Callable[[str], None]) -> None:
    source = "%%compile --compare total(['shade', 'cloth'])\ndef total(words: list[str]) -> int:\n    sizes = [len(word) for word in words]\n    return sum(sizes)\n"
    plain = "from hotforge import compile\n\n@compile\ndef f(x: int) -> int:\n    return 10 // x"
    notebook = lab.open(lab.write("seven.ipynb", [LOAD, source, "type(total).__name__", plain, "type(f).__name__, f(5)"]), "notebooks")
    for index in range(3):
        notebook.run(index)
    assert notebook.text(2) == "'Native'"
    view = notebook.cell(1).locator(".hf")
    expect(view.locator("svg")).to_be_visible()
    view.locator(".t", has_text="sizes").first.hover()
    expect(view.locator(".tip:visible")).to_contain_text("sizes: list[int]")
    picture("notebook")
    bar = notebook.cell(3).locator(".hotforge-bar")
    bar.get_by_role("button", name="Compile").click()
    expect(bar.locator(".hotforge-badge")).to_have_text("native", timeout=120_000)
    notebook.run(4)
    assert notebook.text(4) == "('Native', 2)"


def test_a_bundle_is_saved_where_the_user_says(lab: Lab) -> None:
    notebook = lab.open(lab.write("save.ipynb", [LOAD, FUNCTION]))
    button = notebook.cell(1).get_by_role("button", name="Save…")
    notebook.run(0)
    expect(button).to_be_hidden()
    notebook.run(1)
    button.click()
    dialog = lab.page.locator(".jp-Dialog")
    expect(dialog.locator("input")).to_have_value("build/f")
    dialog.locator("input").fill("my bundles/f")
    dialog.get_by_role("button", name="Save").click()
    manifest = lab.folder / "my bundles/f/manifest.json"
    # Where the settings of the tests hide messages, the file tells that it is done.
    for _ in range(100):
        if manifest.is_file():
            break
        lab.page.wait_for_timeout(100)
    assert json.loads(manifest.read_text(encoding="utf-8"))["predictors"][0]["name"] == "f"


def test_the_palette_has_the_commands(lab: Lab) -> None:
    notebook = lab.open(lab.write("palette.ipynb", ["def f(x: int) -> int:\n    return x * 31"]))
    notebook.select(0)
    look_up(lab, "native")
    commands = {name: lab.page.locator(f".lm-CommandPalette-item[data-command='hotforge:{name}']") for name in ("compile-cell", "switch")}
    expect(commands["compile-cell"]).to_be_visible()
    # There is nothing to switch yet.
    expect(commands["switch"]).to_be_hidden()
    commands["compile-cell"].click()
    badge = notebook.cell(0).locator(".hotforge-badge")
    expect(badge).to_have_text("native", timeout=120_000)
    notebook.select(0)
    look_up(lab, "native")
    commands["switch"].click()
    expect(badge).to_have_text("Python")


def look_up(lab: Lab, words: str) -> None:
    """Opens the palette and types into it."""
    lab.page.evaluate("() => { void window.jupyterapp.commands.execute('apputils:activate-command-palette'); }")
    lab.page.locator("#command-palette input").fill(words)


def test_the_language_server_within_compiled_cells(lab: Lab, picture: Callable[[str], None]) -> None:
    notebook = lab.open(
        lab.write(
            "server.ipynb",
            [
                "import math\n\nSCALE = 2.5",
                "def scaled(x: float) -> float:\n    return math.sqrt(x) * SCALE",
                "%%compile\ndef longest(words: list[str]) -> float:\n    first = words[0]\n    size = scaled(len(first))\n    return size + eval('1')\n",
                "def untouched(a, b):\n    return eval(a) + b",
            ],
        )
    )
    cell = notebook.cell(2)
    squiggle = cell.locator(".cm-lintRange")
    expect(squiggle).to_have_text("eval", timeout=60_000)
    # What is not compiled is no business of ours.
    expect(notebook.cell(3).locator(".cm-lintRange")).to_have_count(0)
    squiggle.hover()
    expect(lab.page.locator(".cm-tooltip")).to_contain_text("`eval` cannot be compiled")
    picture("cells")
    lab.page.mouse.move(5, 5)
    expect(lab.page.locator(".cm-tooltip")).to_have_count(0)
    cell.locator(".cm-line", has_text="size = scaled").get_by_text("scaled").hover()
    expect(lab.page.locator(".lsp-hover, .jp-Tooltip")).to_contain_text("float", timeout=20_000)
    lab.page.mouse.move(5, 5)
    line = cell.locator(".cm-line", has_text="first = words")
    line.click()
    lab.page.keyboard.press("End")
    lab.page.keyboard.type(".startsw")
    complete(lab, "startswith")
    expect(line).to_contain_text("words[0].startswith")


def test_the_magic_is_documented_and_completes(lab: Lab) -> None:
    notebook = lab.open(lab.write("docs.ipynb", [LOAD, "%%compile?", "%%compile --che"]))
    notebook.run(0)
    notebook.run(1)
    expect(lab.page.locator(".jp-Document, .jp-PagerWidget, .lm-DockPanel", has_text="Compile functions to native code").first).to_be_visible()
    notebook.select(2)
    notebook.cell(2).locator(".cm-line").first.click()
    lab.page.keyboard.press("End")
    complete(lab, "--check")
    expect(notebook.cell(2).locator(".cm-content")).to_contain_text("%%compile --check")


def complete(lab: Lab, wanted: str) -> None:
    """Asks for completions and takes the one that is wanted."""
    # The text that was typed is on its way to the server.
    lab.page.wait_for_timeout(1000)
    lab.page.keyboard.press("Tab")
    expect(lab.page.locator(".jp-Completer-item", has_text=wanted).first).to_be_visible()
    lab.page.keyboard.press("Enter")


def test_a_restarted_kernel_forgets_and_compiles_again(lab: Lab) -> None:
    notebook = lab.open(lab.write("restart.ipynb", [LOAD, FUNCTION, "f(5)"]))
    for index in range(3):
        notebook.run(index)
    badge = notebook.cell(1).locator(".hotforge-badge")
    expect(badge).to_have_text("native")
    notebook.restart()
    expect(badge).to_have_text("Python")
    notebook.run(2)
    assert "NameError" in notebook.text(2)
    for index in range(3):
        notebook.run(index)
    expect(badge).to_have_text("native")
    assert "from the cache" in notebook.text(1)
    assert notebook.text(2) == "2"


def test_an_exception_inside_native_code_shows_the_cell(lab: Lab) -> None:
    notebook = lab.open(lab.write("raises.ipynb", [LOAD, FUNCTION, "f(0)", "f(2)"]))
    for index in range(4):
        notebook.run(index)
    error = notebook.cell(2).locator(".jp-OutputArea")
    expect(error).to_contain_text("ZeroDivisionError")
    expect(error).to_contain_text("return 10 // x")
    expect(error).not_to_contain_text("session.py")
    assert notebook.text(3) == "5"


def test_two_notebooks_at_once(lab: Lab) -> None:
    names = [lab.write(f"both{k}.ipynb", [LOAD, f"k = {k}", "%%compile\ndef f(x: int) -> int:\n    return x * k\n", "f(7)"]) for k in (3, 4)]
    first = lab.open(names[0])
    other = lab.page.context.browser.new_page()  # type: ignore[union-attr]
    try:
        second = Notebook(other, names[1])
        second.load(lab.address)
        for notebook in (first, second):
            notebook.run(0)
            notebook.run(1)
        for notebook in (first, second):
            notebook.select(2)
            notebook.execute("notebook:run-cell")
        for notebook, expected in ((first, "21"), (second, "28")):
            notebook.wait(2)
            notebook.run(3)
            assert notebook.text(3) == expected
    finally:
        other.close()


def test_an_interrupt_cancels(lab: Lab) -> None:
    slow = "import re\n" + "\n".join(f"def f{i}(x: str) -> list[str]:\n    return re.findall(r'{i}[a-z]+', x)\n" for i in range(40))
    notebook = lab.open(lab.write("interrupt.ipynb", [LOAD, f"%%compile\n{slow}", "f3('3abc')"]))
    notebook.run(0)
    notebook.select(1)
    notebook.execute("notebook:run-cell")
    lab.page.wait_for_timeout(500)
    notebook.interrupt()
    notebook.wait(1)
    assert "Cancelled" in notebook.text(1)
    notebook.run(2)
    assert notebook.text(2) == "['3abc']"


def test_jupyter_lsp_finds_the_server(lab: Lab) -> None:
    lab.open(lab.write("status.ipynb", ["x = 1"]))
    for _ in range(60):
        with urllib.request.urlopen(f"{lab.address}/lsp/status", timeout=10) as answer:
            status = json.load(answer)["sessions"]["hotforge"]["status"]
        if status == "started":
            break
        lab.page.wait_for_timeout(500)
    assert status == "started"


def test_what_nbconvert_makes_needs_no_script(lab: Lab) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in (LOAD, FUNCTION)])
    NotebookClient(notebook, timeout=180, kernel_name="python3").execute()
    html, _ = HTMLExporter().from_notebook_node(notebook)
    path = lab.folder.parent / "converted.html"
    path.write_text(html, encoding="utf-8")
    context = lab.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    try:
        page = context.new_page()
        page.goto(path.as_uri())
        view = page.locator(".hf")
        view.locator(".t", has_text="f").first.hover()
        expect(view.locator(".tip:visible")).to_contain_text("def f(x: int) -> int")
        view.locator("details.l .ln").first.click()
        expect(view.locator("details.l[open] pre")).to_contain_text("rt::int::")
    finally:
        context.close()
