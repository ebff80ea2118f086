"""A server with the embedding example and the predictors of `tests/clients`, and the official clients."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
HOTFORGE = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))
KEY = "sk-of-the-tests"


def compile_bundle(source: Path, output: Path) -> Path:
    command = [HOTFORGE, "compile", str(source), "-o", str(output), "--python", sys.executable]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "python")}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return output / source.stem


@pytest.fixture(scope="session")
def bundles(tmp_path_factory):
    output = tmp_path_factory.mktemp("build")
    sources = [REPOSITORY / "tests" / "clients" / "predictors.py", REPOSITORY / "examples" / "embed.py"]
    return {source.stem: compile_bundle(source, output) for source in sources}


class Server:
    """A running `hotforge serve`."""

    def __init__(self, *arguments: str, keys: str = KEY) -> None:
        environment = {**os.environ, "HOTFORGE_API_KEYS": keys}
        command = [HOTFORGE, "serve", *arguments, "--port", "0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.port = int(self.wait_for(r"http://127\.0\.0\.1:(\d+)/docs"))
        self.url = f"http://127.0.0.1:{self.port}"

    def _read(self) -> None:
        for line in self.process.stderr:
            self.lines.append(line)

    def wait_for(self, pattern: str, seconds: float = 60) -> str:
        """Waits for a log line, and gives what the pattern's group finds there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in list(self.lines):
                if found := re.search(pattern, line):
                    return found.group(found.re.groups and 1)
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"no line {pattern!r} in:\n{''.join(self.lines)}")

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


@pytest.fixture(scope="session")
def server(bundles):
    running = Server(f"bge-small={bundles['embed']}", str(bundles["predictors"]), "--log", "json", "--timeout", "20")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def client(server):
    openai = pytest.importorskip("openai")
    return openai.OpenAI(base_url=f"{server.url}/v1", api_key=KEY, max_retries=0, timeout=60)
