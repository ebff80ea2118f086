"""The npm package: its own tests, with the bundles and a server that they call."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import REPOSITORY

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
