"""One server and one browser for all tests; each test has a page of its own, with nothing stored."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from site_under_test import DESKTOP, Playground, chromium, serve


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with serve() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def playground(browser: Browser, address: str) -> Iterator[Playground]:
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    playground = Playground(context, address)
    yield playground
    assert playground.errors == []
    context.close()


@pytest.fixture
def picture() -> Callable[[Playground, str], None]:
    """Keeps a picture for the README, where one is wanted."""

    def take(playground: Playground, name: str) -> None:
        folder = os.environ.get("PICTURES")
        if folder is None:
            return
        # Notices and carets come and go.
        shot = Image.open(BytesIO(playground.page.screenshot(caret="hide")))
        shot.convert("RGB").quantize(200).save(Path(folder) / f"playground-{name}.png", optimize=True)

    return take
