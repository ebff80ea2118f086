"""A server with the embedding example and the predictors of `tests/clients`, and the official clients."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from server import HOTFORGE, KEY, REPOSITORY, Server


def compile_bundle(source: Path, output: Path) -> Path:
    command = [HOTFORGE, "compile", str(source), "-o", str(output), "--python", sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python")}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return output / source.stem


@pytest.fixture(scope="session")
def bundles(tmp_path_factory):
    output = tmp_path_factory.mktemp("build")
    clients = REPOSITORY / "tests" / "clients"
    sources = [clients / "predictors.py", clients / "busy.py", REPOSITORY / "examples" / "embed.py"]
    return {source.stem: compile_bundle(source, output) for source in sources}


@pytest.fixture(scope="session")
def server(bundles):
    running = Server(f"bge-small={bundles['embed']}", str(bundles["predictors"]), str(bundles["busy"]), "--log", "json", "--timeout", "20")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def client(server):
    openai = pytest.importorskip("openai")
    return openai.OpenAI(base_url=f"{server.url}/v1", api_key=KEY, max_retries=0, timeout=60)
