"""Writes `tensors_expected.json.gz`: what torch gives for the cases of `tensors.py`. Run it where torch is installed.

    python tests/properties/record_tensors.py

It needs torch, numpy and Pillow beside it, and this repository.
"""

from __future__ import annotations

import copy
import gzip
import importlib.util
import json
import sys
import tempfile
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
sys.path[:0] = [str(HERE), str(REPOSITORY / "tests" / "parity"), str(REPOSITORY / "python")]

import numpy as np  # noqa: E402
import torch  # noqa: E402
from compare import outcome  # noqa: E402
from recorded import PATH, encode  # noqa: E402
from tensors import HEADER, ROWS, arguments, source, variants  # noqa: E402


def main() -> None:
    torch.set_num_threads(1)
    expected = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tensors_recorded.py"
        kinds = [(n, place, kind) for n, row in enumerate(ROWS) for place, kind in enumerate(variants(n, row))]
        path.write_text(HEADER + "".join(source(n, ROWS[n], place, *kind) for n, place, kind in kinds), encoding="utf-8")
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for n, place, kind in kinds:
            function = getattr(module, f"p{n}_{place}")
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                outcomes = [encode(outcome(function, copy.deepcopy(given))) for given in arguments(n, place, *kind)]
            expected[f"{ROWS[n].name} {place}"] = outcomes
    text = json.dumps({"torch": torch.__version__.split("+")[0], "cases": expected}, separators=(",", ":"))
    # Without a time in it, the file changes only where what torch gives does.
    PATH.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{sum(map(len, expected.values()))} cases of torch {torch.__version__}")


if __name__ == "__main__":
    main()
