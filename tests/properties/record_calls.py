"""Writes what a library gives for the rows of its table. Run it where that library is installed.

    python tests/properties/record_calls.py torchvision
    python tests/properties/record_calls.py opencv
    python tests/properties/record_calls.py librosa

They need numpy and Pillow beside it, and this repository.
"""

from __future__ import annotations

import copy
import gzip
import importlib
import importlib.metadata
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
from compare import outcome  # noqa: E402
from recorded import encode  # noqa: E402


def main() -> None:
    table = importlib.import_module(f"{sys.argv[1]}_calls").TABLE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calls_recorded.py"
        path.write_text(table.module(range(len(table.rows))), encoding="utf-8")
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        cases = [[case(getattr(module, f"p{n}"), given) for given in table.arguments(n)] for n in range(len(table.rows))]
    text = json.dumps({"version": importlib.metadata.version(table.recorded), "cases": cases}, separators=(",", ":"))
    # Without a time in it, the file changes only where what the library gives does.
    table.path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{sum(map(len, cases))} cases of {table.name} {importlib.metadata.version(table.recorded)}")


def case(function, given: tuple):
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return encode(outcome(function, copy.deepcopy(given)))


if __name__ == "__main__":
    main()
