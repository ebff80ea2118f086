"""The playground in Chromium: a server of files, as any host is, and pages of it."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[3]
DIST = REPOSITORY / "playground/web/dist"
AXE = REPOSITORY / "playground/web/node_modules/axe-core/axe.min.js"
#: The folder is served below a path, as project pages of a host are.
BASE = "/some/where/"
DESKTOP = {"width": 1400, "height": 880}
PHONE = {"width": 390, "height": 844}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files and nothing else."""

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def serve() -> Iterator[str]:
    """Serves the built folder; gives its address."""
    with tempfile.TemporaryDirectory() as root:
        below = Path(root) / BASE.strip("/")
        below.parent.mkdir(parents=True)
        below.symlink_to(DIST, target_is_directory=True)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=root))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        expect.set_options(timeout=20_000)
        try:
            yield browser
        finally:
            browser.close()


class Playground:
    """A page of the playground, and what a user does there."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.address = address
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))

    def open(self, fragment: str = "") -> Playground:
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        self.page.wait_for_selector(".view-line")
        self.checked()
        return self

    def checked(self) -> None:
        """Waits until the diagnostics are those of the newest text."""
        self.page.wait_for_selector(".status[data-checking=no]:not(.busy)")

    def type(self, text: str) -> None:
        """Puts a text in the place of the whole file, as a paste does."""
        self.page.locator(".source .monaco-editor").click(position={"x": 300, "y": 10})
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("ControlOrMeta+v")

    def text(self) -> str:
        """The text of the file that is seen."""
        texts = "Object.fromEntries(window.hotforge.documents.peek())"
        name = self.page.locator("[role=tablist][aria-label=Files] [aria-selected=true]").get_attribute("id")
        return str(self.page.evaluate(texts)[(name or "").removeprefix("tab-")])

    def pane(self, name: str) -> None:
        self.page.locator(f"#pane-{name}").click()

    def status(self) -> str:
        return self.page.locator(".status").inner_text()

    def problems(self) -> list[str]:
        return self.page.locator(".problems .message").all_inner_texts()

    def accessible(self) -> list[str]:
        """What axe-core finds that is serious."""
        # The page's own policy admits no script of others: the test's comes in by the debugger.
        self.page.evaluate(AXE.read_text(encoding="utf-8") + "\n;0")
        found = self.page.evaluate(
            """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(({impact}) => impact === 'serious' || impact === 'critical')
                .map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html.slice(0, 160)).join(' | '))"""
        )
        return list(found)
