"""Embeddings a second of `hotforge serve` and of FastAPI with onnxruntime, asked by 1, 8 and 64 clients at a time.

All servers run during the whole measurement and are asked in turns, so that whatever else the machine does meets all of them.

python bench/serve/measure.py target/release/hotforge [SECONDS [ROUNDS]]
"""

import asyncio
import base64
import contextlib
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from texts import texts

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
# Texts, and clients that ask at the same time.
LOADS = [("mixture", 1), ("mixture", 8), ("mixture", 64), ("queries", 64), ("passages", 64)]


@dataclass
class Server:
    """A server that runs, and what was measured of it under each load."""

    name: str
    port: int
    process: subprocess.Popen[bytes]
    times: dict[tuple[str, int], list[float]] = field(default_factory=dict)
    seconds: dict[tuple[str, int], float] = field(default_factory=dict)
    processor: dict[tuple[str, int], float] = field(default_factory=dict)


def body(text: str) -> bytes:
    # The official Python client asks for Base64.
    data = json.dumps({"model": "embed", "input": text, "encoding_format": "base64"}).encode()
    head = f"POST /v1/embeddings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> bytes:
    """The body of the answer to a request."""
    writer.write(request)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    assert head.startswith(b"http/1.1 200"), head
    length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"content-length"))
    return await reader.readexactly(length)


async def client(port: int, bodies: list[bytes], number: int, until: float, times: list[float]) -> None:
    """Asks one question after the other over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    index = number * 37
    while time.perf_counter() < until:
        started = time.perf_counter()
        await exchange(reader, writer, bodies[index % len(bodies)])
        times.append(time.perf_counter() - started)
        index += 1
    writer.close()


async def ask(server: Server, load: tuple[str, int], seconds: float) -> None:
    """Puts the load on a server, and notes what it took."""
    kind, clients = load
    bodies = [body(text) for text in texts(kind)]
    times = server.times.setdefault(load, [])
    started, used = time.perf_counter(), processor_time(server.process.pid)
    until = started + seconds
    await asyncio.gather(*[client(server.port, bodies, number, until, times) for number in range(clients)])
    server.seconds[load] = server.seconds.get(load, 0.0) + time.perf_counter() - started
    server.processor[load] = server.processor.get(load, 0.0) + processor_time(server.process.pid) - used


def processor_time(pid: int) -> float:
    """Seconds of processor time that a process and its children have used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(processor_time(int(child)) for child in children)


def row(server: Server, load: tuple[str, int]) -> str:
    times = server.times[load]
    cuts = statistics.quantiles(times, n=100)
    rate, cost = len(times) / server.seconds[load], server.processor[load] / len(times)
    return f"| {load[0]} | {load[1]} | {server.name} | {rate:.0f} | {cuts[49] * 1e3:.1f} | {cuts[98] * 1e3:.1f} | {cost * 1e3:.2f} |"


def likeness(server: Server) -> float:
    """The least cosine between the vector of a text that is asked alone and of one that is asked beside others."""

    async def vector(text: str) -> np.ndarray:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        answer = json.loads(await exchange(reader, writer, body(text)))
        writer.close()
        return np.frombuffer(base64.b64decode(answer["data"][0]["embedding"]), np.float32)

    async def vectors() -> tuple[list[np.ndarray], list[np.ndarray]]:
        asked = texts("mixture")
        return [await vector(text) for text in asked], await asyncio.gather(*[vector(text) for text in asked])

    alone, together = asyncio.run(vectors())
    return min(float(a @ b) for a, b in zip(alone, together, strict=True))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(name: str, command: list[str]) -> Iterator[Server]:
    port = free_port()
    process = subprocess.Popen([part.replace("PORT", str(port)) for part in command], env={**os.environ, "RUST_LOG": "warn"})
    try:
        for _ in range(600):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield Server(name, port, process)
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    hotforge = sys.argv[1]
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 3.0
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        compile_command = [hotforge, "compile", str(REPOSITORY / "examples" / "embed.py"), "-o", folder, "--python", sys.executable]
        subprocess.run(compile_command, check=True, stdout=subprocess.DEVNULL)
        serve = [hotforge, "serve", f"{folder}/embed", "--port", "PORT"]
        peer = [sys.executable, str(HERE / "peer.py"), "PORT"]
        commands = {
            "hotforge serve": serve,
            "hotforge serve --batch 32": [*serve, "--batch", "32"],
            "FastAPI": peer,
            "FastAPI, tuned": [*peer, "tuned"],
        }
        servers = [stack.enter_context(running(name, command)) for name, command in commands.items()]
        for server in servers:
            asyncio.run(ask(server, ("mixture", 4), 1.0))
        for load in LOADS:
            for _ in range(rounds):
                for server in servers:
                    asyncio.run(ask(server, load, seconds))
        print("| texts | clients | server | a second | p50 ms | p99 ms | processor ms each |\n|---|---|---|---|---|---|---|")
        for load in LOADS:
            for server in servers:
                print(row(server, load), flush=True)
        for server in servers:
            print(f"{server.name}: cosine of a text alone and beside others at least {likeness(server):.4f}")


if __name__ == "__main__":
    main()
