"""The program under test, and kernels and shells that know the magics."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = [str(REPOSITORY / "python"), str(REPOSITORY / "jupyter-ext")]
sys.path[:0] = PACKAGES
# For the kernels that tests start, too.
os.environ["PYTHONPATH"] = os.pathsep.join([*PACKAGES, *filter(None, [os.environ.get("PYTHONPATH")])])
os.environ.setdefault("HOTFORGE_PROGRAM", str(REPOSITORY / "target/debug/hotforge"))
os.environ["JUPYTER_PLATFORM_DIRS"] = "1"


class Cells:
    """What the code cells of a notebook showed."""

    def __init__(self, notebook: nbformat.NotebookNode) -> None:
        self.notebook = notebook
        self.cells = [cell for cell in notebook.cells if cell.cell_type == "code"]

    def text(self, index: int) -> str:
        """What a cell printed, gave or raised."""
        parts: list[str] = []
        for output in self.cells[index].outputs:
            parts += [str(output[key]) for key in ("text", "ename", "evalue") if key in output]
            parts += [re.sub(r"\x1b\[[\d;]*m", "", line) for line in output.get("traceback", [])]
            parts.append(output.get("data", {}).get("text/plain", ""))
        return "\n".join(filter(None, parts))

    def html(self, index: int) -> str:
        return "".join(output.get("data", {}).get("text/html", "") for output in self.cells[index].outputs)

    def told(self, index: int) -> dict[str, Any] | None:
        """What a compile tells of the cell."""
        kind = "application/vnd.hotforge.result+json"
        found = [output.data[kind] for output in self.cells[index].outputs if kind in output.get("data", {})]
        return found[-1] if found else None

    def raised(self, index: int) -> str | None:
        """The class of the exception that ended a cell."""
        names = [output.ename for output in self.cells[index].outputs if output.output_type == "error"]
        return names[-1] if names else None


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Cells]:
    """Runs cells in a kernel of their own, in a folder of their own; cells that raise do not end it."""

    def execute(*cells: str, environment: dict[str, str] | None = None) -> Cells:
        made = [nbformat.v4.new_code_cell(cell) for cell in ("%load_ext hotforge", *cells)]
        notebook = nbformat.v4.new_notebook(cells=made)
        client = NotebookClient(
            notebook, timeout=300, kernel_name="python3", allow_errors=True, resources={"metadata": {"path": str(tmp_path)}}
        )
        with client.setup_kernel(env={**os.environ, **(environment or {})}):
            for index, cell in enumerate(notebook.cells):
                client.execute_cell(cell, index)
        notebook.cells.pop(0)
        return Cells(notebook)

    return execute


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A shell of IPython in this process, with the magics."""
    from IPython.core.interactiveshell import InteractiveShell

    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.chdir(tmp_path)
    InteractiveShell.clear_instance()
    made = InteractiveShell.instance()
    made.display_formatter.active_types = made.display_formatter.format_types
    made.run_line_magic("load_ext", "hotforge")
    yield made
    made.history_manager.end_session()
    InteractiveShell.clear_instance()
