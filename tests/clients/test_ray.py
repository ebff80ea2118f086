"""Bundles on a local cluster of Ray with several worker processes: `cargo xtask bench ray` sets it up and runs this. Elsewhere there is no Ray."""

import json
import os
import socket
import urllib.error
import urllib.request

import numpy as np
import pytest
from conftest import REPOSITORY

ray = pytest.importorskip("ray")
pytest.importorskip("ray.data")

import hotforge.ray  # noqa: E402


@pytest.fixture(scope="module")
def cluster():
    path = os.pathsep.join([str(REPOSITORY / "python"), os.environ.get("PYTHONPATH", "")])
    ray.init(num_cpus=4, include_dashboard=False, runtime_env={"env_vars": {"PYTHONPATH": path}}, log_to_driver=False)
    yield
    ray.shutdown()


def test_a_data_set_over_two_workers(cluster, predictors):
    texts = [f"text {'x' * (number % 7)}" for number in range(500)]
    rows = ray.data.from_items([{"text": text} for text in texts])
    mapped = hotforge.ray.map_batches(
        rows, predictors, predictor="lengths", inputs={"texts": "text"}, output="vector", options={"size": 3}, workers=2, batch_size=50
    )
    found = {row["text"]: row["vector"] for row in mapped.take_all()}
    assert set(found) == set(texts)
    for text, vector in found.items():
        np.testing.assert_array_equal(vector, np.array([len(text), 1, 1], np.float32))


def test_what_a_predictor_raises_fails_the_data_set(cluster, predictors):
    rows = ray.data.from_items([{"text": "fail"}])
    mapped = hotforge.ray.map_batches(rows, predictors, predictor="lengths", inputs={"texts": "text"}, output="vector")
    with pytest.raises(Exception, match="asked to fail"):
        mapped.take_all()


def test_a_bundle_of_several_needs_a_name(predictors):
    with pytest.raises(ValueError, match="name one of echo"):
        hotforge.ray.map_batches(None, predictors, inputs={}, output="x")


def test_a_deployment(cluster, predictors):
    serve = pytest.importorskip("ray.serve")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve.start(http_options={"host": "127.0.0.1", "port": port})
    handle = serve.run(hotforge.ray.deployment(predictors, predictor="divide", num_replicas=2), route_prefix="/divide")
    try:
        assert handle.remote(1, b=2).result() == 0.5
        with pytest.raises(Exception, match="division by zero"):
            handle.remote(1, 0).result()
        url = f"http://127.0.0.1:{port}/divide"
        with urllib.request.urlopen(urllib.request.Request(url, json.dumps({"a": 1, "b": 2}).encode()), timeout=60) as answer:
            assert json.load(answer) == {"result": 0.5}
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(url, b'{"a": 1, "b": 0}'), timeout=60)
        assert refused.value.code == 400
        assert json.load(refused.value)["error"] == {"type": "ZeroDivisionError", "message": "division by zero"}
    finally:
        serve.shutdown()
