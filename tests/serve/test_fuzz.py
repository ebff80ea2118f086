"""Random requests over HTTP, well formed and torn: none brings the server down, comes in without a key, or is an internal error.

HOTFORGE_FUZZ_SECONDS=600 python -m pytest tests/serve/test_fuzz.py      runs it for ten minutes; HOTFORGE_FUZZ_SEED repeats a run
"""

import json
import os
import random
import socket
import time
from pathlib import Path

from server import KEY
from test_doors import DOORS, is_well, running

SECONDS = float(os.environ.get("HOTFORGE_FUZZ_SECONDS", "8"))
SEED = int(os.environ.get("HOTFORGE_FUZZ_SEED", str(random.SystemRandom().randrange(2**32))))

CHAT = {"model": "echo", "messages": [{"role": "user", "content": "one two three"}], "max_tokens": 2, "stream": True}
SEEDS = [
    ("/v1/embeddings", {"model": "lengths", "input": ["a", "naïve"], "encoding_format": "base64"}),
    ("/v1/chat/completions", CHAT),
    ("/v1/chat/completions", {**CHAT, "stream": False, "stop": ["two"], "temperature": 0.5}),
    ("/v1/messages", {**CHAT, "system": "be brief"}),
    ("/v1/audio/speech", {"model": "speak", "input": "hello", "voice": "high", "response_format": "wav"}),
    ("/predict/divide", {"a": 1, "b": 2}),
    ("/predict/everything", {"flag": True, "number": 1, "real": 0.5, "text": "", "data": "AP8=", "point": {"x": 1, "y": 2}, "table": {"a": [1]}}),
    ("/predict/double", {"values": [[1, 2], [3, 4]]}),
]  # fmt: skip
ATOMS = [
    None, True, False, 0, -1, 2**63, -(2**63) - 1, 1e308, -0.0, "", "é", "\0", "\ud800", "echo", "data:,", [], {}, [[]], {"": {}},
    {"type": "text", "text": "x"}, {"dtype": "float64", "shape": [1], "data": "AA"}, {"shape": [2**40, 2**40], "data": "", "dtype": "int8"},
]  # fmt: skip


def changed(value, rng, depth=0):
    """The value with something in it replaced, dropped, repeated or put in."""
    if rng.random() < 0.15 or depth > 6:
        return rng.choice(ATOMS)
    if isinstance(value, dict) and value:
        key, copy = rng.choice(list(value)), dict(value)
        match rng.randrange(5):
            case 0:
                del copy[key]
            case 1:
                copy[rng.choice(["model", "input", "x", "", "stream", "messages", "user"])] = rng.choice(ATOMS)
            case _:
                copy[key] = changed(value[key], rng, depth + 1)
        return copy
    if isinstance(value, list) and value:
        index, copy = rng.randrange(len(value)), list(value)
        match rng.randrange(4):
            case 0:
                del copy[index]
            case 1:
                copy *= rng.randrange(2, 40)
            case _:
                copy[index] = changed(value[index], rng, depth + 1)
        return copy
    if isinstance(value, str) and rng.random() < 0.5:
        return value * rng.randrange(3) + chr(rng.randrange(0xD800))
    return rng.choice(ATOMS)


def torn(data: bytes, rng) -> bytes:
    """The bytes, with some of them changed, dropped or repeated."""
    data = bytearray(data)
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(data) + 1)
        match rng.randrange(4):
            case 0:
                del data[place : place + rng.randrange(1, 20)]
            case 1:
                data[place:place] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 8)))
            case 2:
                data[place:place] = data[place : place + 50] * rng.randrange(1, 10)
            case _:
                data[place : place + 1] = rng.choice([b"\r\n", b"\0", b"\xff", b"{", b'"', b"1" * 30])
    return bytes(data)


def request(rng) -> tuple[bytes, bool, bool]:
    """A request, whether it may have a key, by which it comes in, and whether it is whole."""
    path, body = rng.choice(SEEDS)
    if rng.random() < 0.1:
        path = rng.choice([*DOORS, "/predict/", "/v1/models/%ff", "/predict/..%2f", "/docs", "/metrics"])
    for _ in range(rng.randrange(4)):
        body = changed(body, rng)
    data = json.dumps(body, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
    if rng.random() < 0.3 and data:
        data = torn(data, rng)
    has_key = rng.random() < 0.9
    kind = rng.choice(["application/json"] * 8 + ["text/plain", "multipart/form-data; boundary=x", ""])
    length = len(data) if rng.random() < 0.9 else rng.randrange(2 * len(data) + 1)
    key = f"Authorization: Bearer {KEY}\r\n" if has_key else ""
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\n{key}Content-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    whole = head.encode() + data
    if rng.random() < 0.15:
        return torn(whole, rng), True, False
    return whole, has_key, length <= len(data)


def ask(server, data: bytes, is_whole: bool, rng) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(data)
        if rng.random() < 0.1:
            return b""  # hangs up
        if not is_whole:
            connection.shutdown(socket.SHUT_WR)  # there is no more to wait for
        answer = b""
        while len(answer) < 200_000 and (part := connection.recv(65536)):
            answer += part
        return answer


def test_random_requests(server):
    rng, asked, statuses = random.Random(SEED), 0, {}
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        data, has_key, is_whole = request(rng)
        try:
            answer = ask(server, data, is_whole, rng)
        except OSError:
            answer = b""  # of a request that is none
        asked += 1
        status = answer[9:12].decode("latin-1")
        statuses[status] = statuses.get(status, 0) + 1
        assert server.process.poll() is None, (SEED, data)
        # What a predictor raises is an answer; that it is one of ours, is not.
        assert status != "500" or b'"exception"' in answer, (SEED, data, answer)
        assert has_key or status != "200", (SEED, data, answer)
        assert b"SystemError" not in answer, (SEED, data, answer)
    print(f"{asked} requests of seed {SEED}: {statuses}")
    while running(server) > 0 and time.monotonic() < end + 30:
        time.sleep(0.1)
    assert running(server) == 0
    memory = Path(f"/proc/{server.process.pid}/status")
    if memory.exists():
        peak = next(line for line in memory.read_text().splitlines() if line.startswith("VmHWM"))
        print(peak)
    is_well(server)
