"""Bad input through every door: the server answers in words, loses nothing, and lets nobody in without a key."""

import concurrent.futures
import json
import shutil
import socket
import time
import urllib.error
import urllib.request

import pytest
from conftest import compile_bundle
from server import KEY, Server

DOORS = [
    "/v1/embeddings",
    "/v1/chat/completions",
    "/v1/messages",
    "/v1/images/generations",
    "/v1/audio/speech",
    "/v1/audio/transcriptions",
    "/predict/divide",
]


def call(server, path, body=None, key=KEY, method=None, headers=None):
    """The status and the parsed body of an answer."""
    data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {}), **(headers or {})}
    request = urllib.request.Request(server.url + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            status, text = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read()
    try:
        return status, json.loads(text)
    except ValueError:
        return status, text.decode()


def is_well(server):
    assert call(server, "/predict/divide", {"a": 6, "b": 3}) == (200, {"result": 2.0})


@pytest.mark.parametrize("path", [*DOORS, "/v1/models", "/v1/models/echo", "/openapi.json", "/docs", "/metrics", "/nowhere"])
@pytest.mark.parametrize("key", [None, "", "sk-of-the-test", KEY + "x", "\u00e9"])
def test_nobody_comes_in_without_a_key(server, path, key):
    method = "POST" if path in DOORS else "GET"
    headers = {"Authorization": f"Bearer {key}".encode("latin-1").decode("latin-1")} if key is not None else {}
    status, answer = call(server, path, b"{}" if method == "POST" else None, None, method, headers)
    assert status == 401 and answer["error"]["code"] == "invalid_api_key"


def test_health_needs_no_key(server):
    assert call(server, "/health/live", key=None) == (200, "alive\n")
    assert call(server, "/health/ready", key=None) == (200, "ready\n")


BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "NaN": b'{"model": "lengths", "input": NaN}',
    "invalid UTF-8": b'{"model": "lengths", "input": "\xff\xfe"}',
    "half a surrogate": b'{"model": "lengths", "input": "\\ud800"}',
    "a list": b"[]",
    "a number": b"1e999",
    "too deep": b"[" * 100_000,
    "nulls": b"\0" * 1000,
}


@pytest.mark.parametrize("path", DOORS)
@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_makes_no_sense(server, path, name):
    status, answer = call(server, path, BODIES[name])
    assert status == 400 and answer["error"]["message"], answer
    is_well(server)


@pytest.mark.parametrize("path", DOORS)
def test_a_body_that_is_too_large(server, path):
    try:
        status, answer = call(server, path, b" " * (33 << 20))
    except urllib.error.URLError as error:
        # The server has answered before it was told all, and hung up.
        assert isinstance(error.reason, ConnectionError), error
    else:
        assert status == 413 or path == "/v1/audio/transcriptions" and status == 400, answer
    is_well(server)


def test_a_large_body_that_is_allowed(server):
    status, answer = call(server, "/v1/embeddings", {"model": "lengths", "input": "x" * (20 << 20)})
    assert status == 200 and answer["data"][0]["embedding"][0] == float(20 << 20)


@pytest.mark.parametrize(
    "body",
    [
        {"a": "6", "b": 3},
        {"a": 6},
        {"a": 6, "b": 3, "c": 1},
        {"a": 6.5, "b": 3},
        {"a": 2**63, "b": 3},
        {"a": None, "b": 3},
        {"a": [6], "b": 3},
        {"a": 1, "b": 0},
    ],
)
def test_arguments_that_do_not_fit(server, body):
    status, answer = call(server, "/predict/divide", body)
    assert status == 400 and answer["error"]["type"] == "invalid_request_error"
    is_well(server)


def test_values_of_every_kind(server):
    given = {
        "flag": True, "number": -(2**63), "real": {"float": "-inf"}, "text": "naïve \0 🦀", "data": {"bytes": "AP8="},
        "point": {"x": 1.5, "y": -0.0}, "table": {"a": [1, 2], "": []}, "either": "text",
    }  # fmt: skip
    assert call(server, "/predict/everything", given) == (200, {"result": list(given.values())})
    status, answer = call(server, "/predict/double", {"values": [[1, {"float": "nan"}], [0.5, -0.0]]})
    assert (status, answer) == (200, {"result": [[2.0, {"float": "nan"}], [1.0, -0.0]]})
    assert call(server, "/predict/double", {"values": [[1], [2, 3]]})[0] == 400
    assert call(server, "/predict/double", {"values": [1, 2]})[0] == 400


def test_a_stream_of_a_predictor(server):
    messages = [{"role": "user", "content": "one two"}]
    status, text = call(server, "/predict/echo", {"messages": messages})
    assert status == 200
    assert text.split("\n\n")[:3] == ['data: "one"', 'data: " two"', "event: end\ndata: {}"]


def test_other_methods_and_paths(server):
    assert call(server, "/v1/embeddings")[0] == 405
    assert call(server, "/nowhere")[0] == 404
    assert call(server, "/predict/nowhere", {})[0] == 404


def raw(server, data: bytes, then=lambda connection: connection.close()):
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(data)
        return then(connection)


def head(path: str, length: int) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {KEY}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def test_requests_that_break_off(server):
    for path in DOORS:
        raw(server, head(path, 1000) + b'{"model": "ec')
        raw(server, head(path, 1000)[:40])
    for data in (b"\0\xff\xfe", b"GET / HTTP/9.9\r\n\r\n", b"POST /v1/embeddings HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"A" * 100_000):
        answer = raw(server, data, lambda connection: connection.recv(1000))
        assert answer == b"" or b" 400 " in answer or b" 431 " in answer or b" 505 " in answer, answer
    is_well(server)


def running(server) -> float:
    metrics = call(server, "/metrics")[1]
    return sum(float(line.split()[-1]) for line in metrics.splitlines() if line.startswith("hotforge_calls_running "))


def test_a_client_that_hangs_up_ends_its_predictor(server):
    for path in ("/v1/chat/completions", "/v1/messages", "/predict/endless"):
        body = {"messages": [{"role": "user", "content": "hi"}]}
        if path != "/predict/endless":
            body |= {"model": "endless", "stream": True, "max_tokens": 10**9}
        data = json.dumps(body).encode()
        first = raw(server, head(path, len(data)) + data, lambda connection: connection.recv(20_000))
        assert first.startswith(b"HTTP/1.1 200"), first
    end = time.monotonic() + 10
    while running(server) > 0 and time.monotonic() < end:
        time.sleep(0.05)
    assert running(server) == 0


def waits_until_nothing_runs(server):
    end = time.monotonic() + 15
    while running(server) > 0 and time.monotonic() < end:
        time.sleep(0.05)
    assert running(server) == 0


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/predict/rounds", {"count": 10**9}),
        ("/predict/at_once", {"texts": 300}),
        ("/predict/spin", {"rounds": -1}),
        ("/predict/silent", {"messages": [{"role": "user", "content": "hi"}]}),
        ("/v1/chat/completions", {"model": "silent", "messages": [{"role": "user", "content": "hi"}], "stream": True}),
        ("/v1/embeddings", {"model": "bge-small", "input": ["a long text " * 100] * 200}),
    ],
)
def test_a_client_that_hangs_up_cancels_its_call(server, path, body):
    data = json.dumps(body).encode()

    def wait_for_the_run(connection):
        end = time.monotonic() + 15
        while running(server) == 0 and time.monotonic() < end:
            time.sleep(0.02)
        assert running(server) > 0

    raw(server, head(path, len(data)) + data, wait_for_the_run)
    waits_until_nothing_runs(server)
    is_well(server)


def test_what_takes_too_long_is_cancelled(bundles):
    server = Server(str(bundles["busy"]), str(bundles["predictors"]), "--timeout", "0.5")
    try:
        for path, body in [("/predict/rounds", {"count": 10**9}), ("/predict/silent", {"messages": []}), ("/predict/spin", {"rounds": -1})]:
            status, answer = call(server, path, body)
            assert (status, answer["error"]["code"]) == (504, "timeout")
        waits_until_nothing_runs(server)
        is_well(server)
    finally:
        server.stop()


def test_a_thousand_connections(server):
    idle = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in range(400)]
    try:
        with concurrent.futures.ThreadPoolExecutor(100) as pool:
            answers = list(pool.map(lambda index: call(server, "/predict/divide", {"a": index, "b": 1}), range(1000)))
    finally:
        for connection in idle:
            connection.close()
    assert answers == [(200, {"result": float(index)}) for index in range(1000)]


def test_a_busy_server_says_when_to_come_back(bundles):
    server = Server(str(bundles["predictors"]), "--concurrency", "1", "--queue", "1", "--timeout", "30")
    try:
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: call(server, "/predict/slow", {"seconds": 1.0}), range(8)))
        statuses = sorted(status for status, _ in answers)
        assert statuses[0] == 200 and statuses[-1] == 429 and set(statuses) == {200, 429}
        slow = urllib.request.Request(server.url + "/predict/slow", b'{"seconds": 1.0}', {"Authorization": f"Bearer {KEY}"})
        assert urllib.request.urlopen(slow, timeout=60).status == 200
    finally:
        server.stop()


def test_a_call_that_takes_too_long(bundles):
    server = Server(str(bundles["predictors"]), "--timeout", "0.2")
    try:
        status, answer = call(server, "/predict/slow", {"seconds": 3.0})
        assert (status, answer["error"]["code"]) == (504, "timeout")
        is_well(server)
    finally:
        server.stop()


def test_it_stops_when_requests_have_ended(bundles):
    server = Server(str(bundles["predictors"]))
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        answer = pool.submit(call, server, "/predict/slow", {"seconds": 1.0})
        time.sleep(0.3)
        assert server.stop() == 0
        assert answer.result()[0] == 200
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", server.port), timeout=5)


def test_a_changed_bundle_is_served_anew(tmp_path):
    source = tmp_path / "answer.py"
    text = "from hotforge import compile\n\n@compile()\ndef answer() -> int:\n    return {}\n"
    source.write_text(text.format(1))
    bundle = compile_bundle(source, tmp_path / "build")
    server = Server(f"the-answer={bundle}")
    try:
        assert call(server, "/predict/the-answer", {}) == (200, {"result": 1})
        (bundle / "manifest.json").write_text("{")
        time.sleep(1.5)
        assert call(server, "/predict/the-answer", {}) == (200, {"result": 1})
        source.write_text(text.format(42))
        compile_bundle(source, tmp_path / "build")
        server.wait_for("the bundle has changed and is served as it is now", 15)
        assert call(server, "/predict/the-answer", {}) == (200, {"result": 42})
        for path in bundle.iterdir():
            copy = tmp_path / path.name
            shutil.copyfile(path, copy)
            copy.replace(path)
        server.wait_for("the bundle was written again as it was", 15)
        assert call(server, "/predict/the-answer", {}) == (200, {"result": 42})
        assert sum("is served as it is now" in line for line in server.lines) == 1
    finally:
        server.stop()


def test_what_cannot_be_served_is_told(bundles, tmp_path):
    import subprocess
    from server import HOTFORGE

    twice = [HOTFORGE, "serve", str(bundles["predictors"]), str(bundles["predictors"]), "--port", "0"]
    result = subprocess.run(twice, capture_output=True, text=True)
    assert result.returncode == 2 and "two models are called echo" in result.stderr
    result = subprocess.run([HOTFORGE, "serve", str(tmp_path)], capture_output=True, text=True)
    assert result.returncode == 2 and "is not a compiled predictor" in result.stderr


def test_the_page_and_the_document(server):
    status, document = call(server, "/openapi.json")
    assert status == 200 and document["openapi"] == "3.1.0"
    body = document["paths"]["/predict/speak"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["text"] and body["properties"]["voice"]["default"] == "low"
    assert body["properties"]["voice"]["enum"] == ["low", "high"]
    assert "/v1/embeddings" in document["paths"]
    status, page = call(server, "/docs")
    assert status == 200 and "<code>POST /v1/audio/speech</code>" in page and "list[dict[str, str]]" in page


def test_metrics_and_logs(server):
    is_well(server)
    status, text = call(server, "/metrics")
    assert status == 200 and 'hotforge_requests_total{route="/predict/{*name}",status="200"}' in text
    lines = [json.loads(line) for line in server.lines]
    assert any(line.get("path") == "/predict/divide" and line["status"] == 200 for line in lines)
    assert KEY not in "".join(server.lines)
