"""Embeddings a second of `hotforge serve` and of FastAPI with onnxruntime, asked by 1, 8 and 64 clients at a time.

python bench/serve/measure.py target/release/hotforge [SECONDS]
"""

import asyncio
import contextlib
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
TEXTS = [
    "a small fox",
    "What is the tallest mountain on earth, and how long does it take to climb?",
    "The library is loaded once and called by many threads at the same time.",
    "hello",
]


def body(index: int) -> bytes:
    request = {"model": "embed", "input": TEXTS[index % len(TEXTS)], "encoding_format": "base64"}
    data = json.dumps(request).encode()
    head = f"POST /v1/embeddings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


async def client(port: int, until: float, times: list[float]) -> None:
    """Asks one question after the other over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    index = 0
    while time.perf_counter() < until:
        started = time.perf_counter()
        writer.write(body(index))
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
        await reader.readexactly(length)
        times.append(time.perf_counter() - started)
        index += 1
    writer.close()


async def load(port: int, clients: int, seconds: float) -> dict[str, float]:
    times: list[float] = []
    until = time.perf_counter() + seconds
    await asyncio.gather(*[client(port, until, times) for _ in range(clients)])
    cuts = statistics.quantiles(times, n=100)
    return {"a second": len(times) / seconds, "p50 ms": cuts[49] * 1e3, "p99 ms": cuts[98] * 1e3}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command: list[str], port: int):
    process = subprocess.Popen([*command, str(port)], env={**os.environ, "RUST_LOG": "warn"})
    try:
        for _ in range(600):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    hotforge = sys.argv[1]
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    with tempfile.TemporaryDirectory() as folder:
        compile_command = [hotforge, "compile", str(REPOSITORY / "examples" / "embed.py"), "-o", folder, "--python", sys.executable]
        subprocess.run(compile_command, check=True, stdout=subprocess.DEVNULL)
        serve = [hotforge, "serve", f"{folder}/embed"]
        servers = {
            "hotforge serve": [*serve, "--port"],
            "hotforge serve --batch 16": [*serve, "--batch", "16", "--port"],
            "FastAPI": [sys.executable, str(HERE / "peer.py")],
        }
        print(f"| server | clients | {' | '.join(['a second', 'p50 ms', 'p99 ms'])} |\n|---|---|---|---|---|")
        for name, command in servers.items():
            port = free_port()
            with running(command, port):
                asyncio.run(load(port, 4, 1.0))
                for clients in (1, 8, 64):
                    found = asyncio.run(load(port, clients, seconds))
                    print(f"| {name} | {clients} | {' | '.join(f'{value:.1f}' for value in found.values())} |", flush=True)


if __name__ == "__main__":
    main()
