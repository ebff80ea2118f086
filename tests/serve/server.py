"""A running `hotforge serve`, for tests."""

import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
HOTFORGE = os.environ.get("HOTFORGE", str(REPOSITORY / "target" / "debug" / "hotforge"))
KEY = "sk-of-the-tests"


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
