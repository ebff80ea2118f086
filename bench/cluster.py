"""Embeddings a second of a data set of Ray, on a local cluster, by one worker process and by two. The time that workers take to start is
left out: it is that of a few rows.

python bench/cluster.py target/release/hotforge PYTHON

PYTHON compiles the example: it has what the example imports.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(REPOSITORY / "python"), str(REPOSITORY / "bench" / "serve")]

import ray  # noqa: E402
from texts import texts  # noqa: E402

import hotforge.ray  # noqa: E402

ROUNDS = 2
FEW, MANY = 64, 6464


def seconds(bundle: str, rows: int, workers: int) -> float:
    asked = texts("mixture")
    items = [{"text": asked[index % len(asked)]} for index in range(rows)]
    data = ray.data.from_items(items, override_num_blocks=min(rows, 64)).materialize()
    started = time.perf_counter()
    mapped = hotforge.ray.map_batches(data, bundle, inputs={"texts": "text"}, output="vector", workers=workers, batch_size=8)
    assert mapped.count() == rows
    return time.perf_counter() - started


def main() -> None:
    hotforge_command, python = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        command = [hotforge_command, "compile", str(REPOSITORY / "examples" / "embed.py"), "-o", folder, "--python", python]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        # Workers share the cores: each computes with one thread.
        variables = {"HOTFORGE_MODEL_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
        path = os.pathsep.join([str(REPOSITORY / "python"), os.environ.get("PYTHONPATH", "")])
        environment = {"env_vars": {**variables, "PYTHONPATH": path}}
        ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, runtime_env=environment)
        rates: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(ROUNDS):
            for workers, found in rates.items():
                few, many = (seconds(f"{folder}/embed", rows, workers) for rows in (FEW, MANY))
                found.append((MANY - FEW) / (many - few))
        ray.shutdown()
    one, two = (max(found) for found in rates.values())
    print(f"embeddings a second: one worker {one:.0f}, two workers {two:.0f}, {two / one:.2f} times as many")


if __name__ == "__main__":
    main()
