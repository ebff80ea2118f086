"""Every example notebook, run as it stands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nbformat
import pytest
from conftest import REPOSITORY, Cells
from nbclient import NotebookClient

NOTEBOOKS = sorted((REPOSITORY / "examples").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path, tmp_path: Path) -> None:
    # What it writes is not to stay in the examples.
    folder = tmp_path / "examples"
    folder.mkdir()
    shutil.copy(path, folder)
    (tmp_path / "models").symlink_to(REPOSITORY / "models", target_is_directory=True)
    notebook = nbformat.read(folder / path.name, as_version=4)
    client = NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    client.execute(env=dict(os.environ))
    cells = Cells(notebook)
    told = [cells.told(index) for index in range(len(cells.cells))]
    assert any(one is not None and one["state"] == "native" for one in told)
    compared = [cells.text(index) for index, cell in enumerate(cells.cells) if "--compare" in cell.source]
    assert all("equal" in text for text in compared)


def test_the_notebooks_are_kept_without_outputs() -> None:
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        assert all(not cell.get("outputs") for cell in notebook.cells), path
