"""What `hotforge export` writes: the image's own command serves, and the manifests are YAML that Kubernetes would read."""

import json
import os
import re
import subprocess
import time
import urllib.request

from server import HOTFORGE


def test_the_command_of_the_image_serves(bundles, tmp_path):
    image = tmp_path / "image"
    subprocess.run([HOTFORGE, "export", "docker", str(bundles["predictors"]), "-o", str(image)], check=True)
    dockerfile = (image / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (\S+?)/? ", dockerfile, re.MULTILINE)
    assert copied == ["hotforge-serve", "predictors"] and all((image / name).exists() for name in copied)
    entrypoint = json.loads(re.search(r"^ENTRYPOINT (.*)$", dockerfile, re.MULTILINE).group(1))
    command = [word.replace("/app", str(image)) for word in entrypoint] + ["--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"]})
    try:
        port = re.search(r":(\d+)/docs", process.stderr.readline()).group(1)
        time.sleep(0.1)
        request = urllib.request.Request(f"http://127.0.0.1:{port}/predict/divide", b'{"a": 6, "b": 3}')
        assert json.load(urllib.request.urlopen(request, timeout=30)) == {"result": 2.0}
    finally:
        process.terminate()
        assert process.wait(timeout=60) == 0


def test_manifests_for_kubernetes(bundles, tmp_path):
    path = tmp_path / "deployment.yaml"
    command = [HOTFORGE, "export", "k8s", str(bundles["embed"]), "--image", "registry.example/embed:1", "-o", str(path)]
    subprocess.run(command, check=True)
    text = path.read_text()
    for part in ("kind: Deployment", "kind: Service", 'image: "registry.example/embed:1"', "path: /health/ready", "name: embed-keys"):
        assert part in text
    assert "\t" not in text and all(len(line) - len(line.lstrip()) in range(0, 20, 2) for line in text.splitlines())
