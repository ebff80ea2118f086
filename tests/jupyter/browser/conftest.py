"""One server of JupyterLab and one page for all tests; each test writes or copies its notebooks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lab import REPOSITORY, Lab, browse, serve
from PIL import Image
from playwright.sync_api import Page


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example notebooks, beside the models."""
    root = tmp_path_factory.mktemp("repository")
    (root / "models").symlink_to(REPOSITORY / "models", target_is_directory=True)
    examples = root / "examples"
    examples.mkdir()
    for notebook in (REPOSITORY / "examples").glob("*.ipynb"):
        shutil.copy(notebook, examples)
    return examples


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="session")
def page() -> Iterator[Page]:
    with browse() as page:
        yield page


@pytest.fixture
def lab(folder: Path, address: str, page: Page) -> Lab:
    return Lab(folder, address, page)


@pytest.fixture
def picture(page: Page) -> Callable[[str], None]:
    """Takes a picture of the page, for the documentation where `PICTURES` names its folder."""

    def take(name: str) -> None:
        if pictures := os.environ.get("PICTURES"):
            path = Path(pictures) / f"jupyter-{name}.png"
            page.screenshot(path=str(path))
            # A page has few colours, and a picture that says so is a third as large.
            Image.open(path).quantize(128).save(path, optimize=True)

    return take
