"""JupyterLab in Chromium: a server with folders of its own, and a page that runs cells as a user does."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[3]
#: No dialogs over what is tested; a hover as soon as the mouse is there.
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyter-lsp/jupyterlab-lsp:hover": {"autoActivate": True},
}


class Lab:
    """A running server, whose files lie in `folder`."""

    def __init__(self, folder: Path, address: str, page: Page) -> None:
        self.folder = folder
        self.address = address
        self.page = page

    def open(self, notebook: str, program: str = "lab/tree") -> Notebook:
        """Opens a notebook of the folder in the page, with a kernel that is connected: in JupyterLab, or in Notebook 7, whose
        `program` is `notebooks`."""
        opened = Notebook(self.page, notebook)
        opened.load(self.address, program)
        return opened

    def write(self, name: str, cells: list[str]) -> str:
        """Writes a notebook with these code cells."""
        (self.folder / name).write_text(json.dumps(notebook(cells)), encoding="utf-8")
        return name


class Notebook:
    """A notebook in a page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name

    def load(self, address: str, program: str = "lab/tree") -> None:
        self.page.goto(f"{address}/{program}/{self.name}?reset")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        self.wait_for_kernel()

    def wait_for_kernel(self) -> None:
        """A cell that is run before the kernel is connected is lost without a word."""
        self.page.wait_for_function(
            """() => {
                const context = window.jupyterapp.shell.currentWidget?.sessionContext;
                const kernel = context?.session?.kernel;
                return kernel?.connectionStatus === 'connected';
            }""",
            timeout=90_000,
        )

    def cell(self, index: int) -> Locator:
        """A cell by its place among all."""
        return self.page.locator(f".jp-Notebook .jp-Cell[data-windowed-list-index='{index}']")

    def select(self, index: int) -> None:
        self.page.evaluate(
            """(index) => {
                const content = window.jupyterapp.shell.currentWidget.content;
                content.activeCellIndex = index;
                content.deselectAll();
                return content.scrollToItem(index, 'smart');
            }""",
            index,
        )

    def run(self, index: int, timeout: float = 180) -> None:
        """Runs a cell to its end."""
        self.select(index)
        self.execute("notebook:run-cell")
        self.wait(index, timeout)

    def wait(self, index: int, timeout: float = 180) -> None:
        """Waits until the cell has been executed."""
        self.page.wait_for_function(
            """(index) => {
                const cell = window.jupyterapp.shell.currentWidget.content.widgets[index];
                return cell.model.type !== 'code' || cell.model.executionState === 'idle' && cell.model.executionCount !== null;
            }""",
            arg=index,
            timeout=timeout * 1000,
        )

    def execute(self, command: str) -> None:
        """Begins a command, as the palette would."""
        self.page.evaluate("(command) => { void window.jupyterapp.commands.execute(command); }", command)

    def set_source(self, index: int, text: str) -> None:
        self.page.evaluate(
            """([index, text]) => {
                window.jupyterapp.shell.currentWidget.content.widgets[index].model.sharedModel.setSource(text);
            }""",
            [index, text],
        )

    def outputs(self, index: int) -> list[dict[str, object]]:
        """The outputs of a cell, as the notebook holds them."""
        found: list[dict[str, object]] = self.page.evaluate(
            "(index) => window.jupyterapp.shell.currentWidget.content.widgets[index].model.outputs?.toJSON() ?? []", index
        )
        return found

    def text(self, index: int) -> str:
        """What a cell printed, gave, or raised."""
        parts = []
        for output in self.outputs(index):
            data = output.get("data", {})
            parts.append(str(data.get("text/plain", "")) if isinstance(data, dict) else "")
            parts.append(str(output.get("text", "")))
            parts += [str(output.get("ename", "")), str(output.get("evalue", "")), *map(str, output.get("traceback", []) or [])]
        return "\n".join(filter(None, parts))

    def restart(self) -> None:
        """Restarts the kernel without asking."""
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
        self.wait_for_kernel()

    def interrupt(self) -> None:
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.interrupt()")


def notebook(cells: list[str]) -> dict[str, object]:
    """A notebook with these code cells, as JSON."""
    made = [
        {"cell_type": "code", "id": f"c{index}", "metadata": {}, "source": text, "outputs": [], "execution_count": None}
        for index, text in enumerate(cells)
    ]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


@contextlib.contextmanager
def serve(folder: Path, environment: dict[str, str] | None = None) -> Iterator[str]:
    """A server for the files of a folder, with settings of its own; its address."""
    private = folder.parent / f"{folder.name}-jupyter"
    data, config = private / "data", private / "config"
    config.mkdir(parents=True, exist_ok=True)
    settings = private / "settings"
    settings.mkdir(exist_ok=True)
    app = private / "lab"
    # The application of the environment, with our settings over it.
    shutil.copytree(Path(sys.prefix) / "share/jupyter/lab", app, dirs_exist_ok=True, symlinks=True, ignore=shutil.ignore_patterns("staging"))
    (app / "settings").mkdir(exist_ok=True)
    (app / "settings/overrides.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    port = _free_port()
    log = open(private / "server.log", "wb")
    server = subprocess.Popen(
        [
            sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
            "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True", f"--LabApp.app_dir={app}",
            "--JupyterNotebookApp.expose_app_in_browser=True",
        ],
        env={**os.environ, **(environment or {}), "JUPYTER_CONFIG_DIR": str(config), "JUPYTER_DATA_DIR": str(data)},
        stdout=log,
        stderr=subprocess.STDOUT,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api/status", server, private / "server.log")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
        log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.3)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


@contextlib.contextmanager
def browse(*, dark: bool = False) -> Iterator[Page]:
    """A page of Chromium."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 900}, color_scheme="dark" if dark else "light")
        page.set_default_timeout(30_000)
        expect.set_options(timeout=20_000)
        try:
            yield page
        finally:
            browser.close()
