"""The npm package: its own tests, with the bundles and a server that they call."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import REPOSITORY
from markdown_it import MarkdownIt

sys.path.insert(0, str(REPOSITORY / "tests" / "serve"))

NODE = REPOSITORY / "clients" / "node"

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="no Node")


def run(*command: str, **environment: str) -> None:
    result = subprocess.run(command, cwd=NODE, capture_output=True, text=True, env={**os.environ, **environment}, timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_types_are_what_they_say():
    run("npm", "run", "--silent", "types")


def test_predictors_from_node(predictors, embed, busy):
    from server import KEY, Server

    server = Server(f"bge-small={embed}", str(predictors))
    try:
        bundles = {"PREDICTORS": str(predictors), "EMBED": str(embed), "BUSY": str(busy)}
        run("npm", "run", "--silent", "test", SERVER=server.url, KEY=KEY, **bundles)
    finally:
        server.stop()


def test_what_the_page_shows_runs(embed, tmp_path):
    page = MarkdownIt().parse((REPOSITORY / "docs" / "calling.md").read_text())
    blocks = [token.content for token in page if token.info == "js"]
    assert len(blocks) >= 2
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "embed").symlink_to(embed, target_is_directory=True)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "hotforge").symlink_to(NODE, target_is_directory=True)
    for number, block in enumerate(blocks):
        module = tmp_path / f"block{number}.mjs"
        module.write_text(block)
        result = subprocess.run(["node", str(module)], cwd=tmp_path, capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, block + result.stderr
