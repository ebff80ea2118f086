"""What the documents show is run: every block of Python in the pages that say how libraries are called and served."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import compile_bundle
from markdown_it import MarkdownIt
from server import HOTFORGE, KEY, REPOSITORY, Server

#: What stands above the blocks that show a predictor alone.
IMPORTS = "from collections.abc import Iterator\nfrom typing import Annotated\nfrom hotforge import Parameter, compile\n\n"
#: A predictor that yields, for the page that reads a stream.
TOKENS = f"{IMPORTS}@compile()\ndef tokens(text: str) -> Iterator[str]:\n    yield from text.split()\n"


def blocks(page: Path) -> list[str]:
    """The blocks of Python in a page of Markdown, in order."""
    return [token.content for token in MarkdownIt().parse(page.read_text(encoding="utf-8")) if token.info == "python"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundles: dict[str, Path]) -> Path:
    """A folder with the bundles that the pages speak of, in which they are run."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build/embed").symlink_to(bundles["embed"], target_is_directory=True)
    (tmp_path / "tokens.py").write_text(TOKENS, encoding="utf-8")
    compile_bundle(tmp_path / "tokens.py", tmp_path / "build")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", ["docs/calling.md", "docs/serving.md", "python/README.md"])
def test_a_page(page: str, folder: Path, server: Server) -> None:
    names: dict[str, Any] = vars(ModuleType("page"))
    ran = 0
    for text in blocks(REPOSITORY / page):
        # A server of the page's own would need its port to be free.
        text = text.replace("http://localhost:8000", server.url).replace('api_key="none"', f'api_key="{KEY}"')
        if "@compile" in text:
            compile_block(text, folder)
        else:
            run_block(text, names)
        ran += 1
    assert ran >= 2


def compile_block(text: str, folder: Path) -> None:
    """Compiles the predictor of a block; checks it, where its body is left out."""
    name = next(node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef))
    source = folder / f"{name}.py"
    source.write_text(text if "import" in text else IMPORTS + text, encoding="utf-8")
    if "..." not in text:
        compile_bundle(source, folder / "build")
        return
    # What it is to return is the reader's; that its signature is understood is ours.
    checked = subprocess.run([HOTFORGE, "check", str(source)], capture_output=True, text=True)
    assert f"{name}(" in checked.stdout or "HF" in checked.stderr, checked.stdout + checked.stderr


def run_block(text: str, names: dict[str, Any]) -> None:
    """Runs a block. Where its last line has a value and a comment that is an expression, they are equal."""
    tree = ast.parse(text)
    last = tree.body[-1]
    told = text.rstrip().rpartition("#")[2].strip()
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant) and told.startswith("'"):
        exec(compile(ast.Module(tree.body[:-1], []), "<page>", "exec"), names)
        assert eval(compile(ast.Expression(last.value), "<page>", "eval"), names) == ast.literal_eval(told)
    else:
        exec(compile(tree, "<page>", "exec"), names)


def test_the_front_page_shows_the_example_as_it_is() -> None:
    """All but its docstring and what its annotations say beside the types."""
    (shown,) = blocks(REPOSITORY / "README.md")
    example = ast.parse((REPOSITORY / "examples/embed.py").read_text(encoding="utf-8"))
    function = next(node for node in example.body if isinstance(node, ast.FunctionDef) and node.name == "embed")
    del function.body[0]
    assert ast.unparse(ast.parse(shown)) == ast.unparse(TypesAlone().visit(function))


class TypesAlone(ast.NodeTransformer):
    """Makes `T` of `Annotated[T, …]`."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "Annotated" and isinstance(node.slice, ast.Tuple):
            return node.slice.elts[0]
        return node
