"""Runs predictors both in CPython and in the evaluator, and compares the two: a third opinion beside native code.

    python tests/parity/evaluate.py [FILTER...]            all files, or those whose path contains a filter
    python tests/parity/evaluate.py --causes [FILTER...]   also says what is not evaluated, and in how many cases
    python tests/parity/evaluate.py --section              the largest file of each topic

The files are those of `run.py`. Whatever differs is a failure, and so is what the evaluator refuses: but for predictors that
need a model, which there is none of in a page, and for those that `UNEVALUATED` names with its reasons. The evaluator is a program that answers lines of JSON: `HOTFORGE_EVALUATE`, or else the one in `target/debug`. As WebAssembly
it is run by `evaluate.mjs`: `cargo xtask playground parity`.
"""

from __future__ import annotations

import argparse
import base64
import copy
import enum
import json
import os
import re
import shlex
import struct
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as daytime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from run import HERE, JOBS, REPOSITORY, find_files, import_file

import numpy as np  # isort: skip
from PIL import Image  # isort: skip
from compare import Raised, Returned, Streamed, Outcome, difference, outcome  # isort: skip
from hotforge.record import Record, fields_of, named_tuple  # isort: skip
from models import needing  # isort: skip

#: Enough for every case; one that takes more does not end.
STEPS = 10_000_000

#: How many seconds a call may take: an operator that does not end counts no steps.
TIME_LIMIT = 60

#: The predictors that are not evaluated though they need no model: by file and name, and why.
UNEVALUATED = {
    ("globals/standard.py", "of_files"): "the module reads a file that lies beside it, and a page has no disk",
    **{("pil/fonts.py", name): "fonts are captured, and a page has no Pillow" for name in ("label", "boxes", "whole_boxes", "lengths", "paragraph", "over", "shaped", "shaped_boxes", "shaped_lines")},
    **{
        ("scipy/wavfile.py", name): "arrays of files of samples are told apart by types alone"
        for name in ("described", "prepared", "from_within", "written_shorts", "written", "not_written", "there_and_back")
    },
    ("numpy/eigen.py", "vectors"): "what gives one of two tuples is told apart by types alone",
    ("numpy/eigen.py", "principal"): "what gives one of two tuples is told apart by types alone",
    ("numpy/reduction_options.py", "begun_halves"): "small dtypes take room in a page: few operators have them there",
    ("numpy/sorting.py", "many_of_other_types"): "small dtypes take room in a page: few operators have them there",
    ("numpy/quantiles.py", "of_tiny"): "small dtypes take room in a page: few operators have them there",
    ("globals/opened.py", "layer"): "the module reads files, and a page has no disk",
    ("globals/opened.py", "logo"): "the module reads files, and a page has no disk",
}

#: Those that WebAssembly has no room for: the stack of a browser is small, and code that is not optimised has large frames.
TOO_DEEP = "calls nest more deeply than the stack has room for"
UNEVALUATED_IN_PAGES = {
    ("functions/decorators.py", "cached"): TOO_DEEP,
    ("generators/nested.py", "deep"): TOO_DEEP,
    ("generators/nested.py", "too_deep"): TOO_DEEP,
    **{("pil/photos.py", name): "a library in C does it, and a page has none" for name in ("inks", "webp", "webp_by_default", "webp_alpha")},
}

#: Those that a page answers otherwise, and is meant to: their answers are not compared there.
OTHERWISE_IN_PAGES = {("pil/photos.py", name): "JPEG and WebP come from other libraries there" for name in ("jpeg", "jpeg_by_default")}

#: Whether powers and the like come from another libm than CPython's, as those of WebAssembly do.
IS_OTHER_LIBM = False


@dataclass
class Report:
    """What came of one file."""

    path: Path
    agreed: int = 0
    #: What is not evaluated for a reason that stands, each with how many cases there are.
    refused: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def main() -> int:
    global IS_OTHER_LIBM
    arguments = parse_arguments()
    IS_OTHER_LIBM = arguments.other_libm
    files = find_files(arguments.filters)
    if arguments.section:
        files = section(files)
    started = time.monotonic()
    with ThreadPoolExecutor(JOBS) as pool:
        reports = []
        for report in pool.map(check, files):
            reports.append(report)
            show(report)
    agreed = sum(report.agreed for report in reports)
    failed = sum(len(report.failures) for report in reports)
    causes = sum((report.refused for report in reports), Counter())
    if arguments.causes:
        for cause, count in causes.most_common():
            print(f"{count:6} {cause}")
    total = agreed + failed + causes.total()
    print(
        f"evaluator: of {total} cases {agreed} agree, {causes.total()} need a model or what else a page has not, "
        f"{failed} failures ({time.monotonic() - started:.0f} s)"
    )
    return 1 if failed or not agreed else 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("filters", nargs="*", help="parts of paths of the files to run")
    parser.add_argument("--other-libm", action="store_true", help="allow what files allow by OTHER_LIBM")
    parser.add_argument("--section", action="store_true", help="run the largest file of each topic alone")
    parser.add_argument("--causes", action="store_true", help="say what is not evaluated, and in how many cases")
    return parser.parse_args()


def section(files: list[Path]) -> list[Path]:
    """The largest file of each folder."""
    folders: dict[Path, list[Path]] = {}
    for path in files:
        folders.setdefault(path.parent, []).append(path)
    return [max(paths, key=lambda path: path.stat().st_size) for paths in folders.values()]


def check(path: Path) -> Report:
    """Compares the cases of a file, in a process of its own: predictors may change whatever Python shares."""
    receiver, sender = get_context("fork").Pipe(duplex=False)
    worker = get_context("fork").Process(target=compare_file, args=(path, sender))
    worker.start()
    sender.close()
    try:
        report = receiver.recv()
    except EOFError:
        report = Report(path, failures=["the process that compares died"])
    worker.join()
    return report


def compare_file(path: Path, sender) -> None:
    report = Report(path)
    try:
        module = import_file(path)
        evaluator = Evaluator.of(path)
        tolerance = tolerance_of(module)
        reasons = reasons_of(path)
        file = path.relative_to(HERE).as_posix()
        for name, cases in module.CASES.items():
            if IS_OTHER_LIBM and (file, name) in OTHERWISE_IN_PAGES:
                continue
            for arguments in cases:
                compare_case(module, evaluator, name, arguments, tolerance, reasons.get(name), report)
        evaluator.close()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this file's failure
        report.failures.append(f"{type(error).__name__}: {error}")
    sender.send(report)


def reasons_of(path: Path) -> dict[str, str]:
    """Why predictors of a file may be refused, by their names."""
    models = {name: f"a model: `{read}`" for name, read in needing(path).items()}
    file = path.relative_to(HERE).as_posix()
    reasons = UNEVALUATED | UNEVALUATED_IN_PAGES if IS_OTHER_LIBM else UNEVALUATED
    return models | {name: why for (other, name), why in reasons.items() if other == file}


def tolerance_of(module):
    tolerance = getattr(module, "TOLERANCE", None)
    return getattr(module, "OTHER_LIBM", tolerance) if IS_OTHER_LIBM else tolerance


def compare_case(
    module, evaluator: Evaluator, name: str, arguments: tuple, tolerance, reason: str | None, report: Report
) -> None:
    expected = outcome(getattr(module, name), copy.deepcopy(arguments))
    try:
        actual = evaluator.call(name, parameters_of(getattr(module, name)), arguments)
    except Refused as refusal:
        if reason:
            report.refused[f"{refusal} ({reason})"] += 1
        else:
            report.failures.append(f"{call_of(name, arguments)}: not evaluated: {refusal}\n  CPython:   {expected}")
        return
    except Trapped as trap:
        report.failures.append(f"{call_of(name, arguments)}: the instance ended: {trap}\n  CPython:   {expected}")
        return
    found = difference(expected, actual, tolerance)
    if found:
        report.failures.append(f"{call_of(name, arguments)}: {found}\n  CPython:   {expected}\n  evaluator: {actual}")
    else:
        report.agreed += 1


def call_of(name: str, arguments: tuple) -> str:
    return f"{name}({', '.join(map(repr, arguments))})"


def parameters_of(function) -> list[str]:
    function = getattr(function, "__wrapped__", function)
    code = function.__code__
    return list(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])


class Refused(Exception):
    """Something is not evaluated."""


class Trapped(Exception):
    """WebAssembly came to an end in a call."""


class Evaluator:
    """The evaluator's process, for the predictors of one file."""

    def __init__(self, files: dict[str, str], file: str) -> None:
        self.files = files
        self.file = file
        self.process: subprocess.Popen | None = None

    @staticmethod
    def of(path: Path) -> Evaluator:
        siblings = [file for file in path.parent.glob("*.py") if file == path or not has_cases(file)]
        return Evaluator({file.name: file.read_text() for file in siblings}, path.name)

    def call(self, name: str, parameters: list[str], arguments: tuple) -> Outcome:
        given = {parameter: encode(value) for parameter, value in zip(parameters, arguments)}
        request = {
            "files": self.files,
            "file": self.file,
            "predictor": name,
            "arguments": given,
            "steps": STEPS,
            "exact": True,
        }
        return read_answer(self.ask(request))

    def ask(self, request: dict) -> dict:
        if self.process is None:
            default = str(REPOSITORY / "target" / "debug" / "hotforge-evaluate")
            command = shlex.split(os.environ.get("HOTFORGE_EVALUATE", default))
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        timer = threading.Timer(TIME_LIMIT, self.process.kill)
        timer.start()
        line = self.process.stdout.readline()
        timer.cancel()
        if not line:
            errors = self.process.stderr.read().decode(errors="replace").strip()
            self.process = None
            raise RuntimeError(f"the evaluator died: {errors[-1000:]}")
        return json.loads(line)

    def close(self) -> None:
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()


def has_cases(file: Path) -> bool:
    return "\nCASES" in file.read_text()


def encode(value: Any) -> Any:
    """An argument as JSON that loses nothing of it."""
    if value is None or isinstance(value, (bool, str)) and not isinstance(value, enum.Enum):
        return value
    if isinstance(value, enum.Enum):
        return encode(value.value)
    if isinstance(value, np.ndarray):
        return {"array": described(value)}
    if isinstance(value, np.generic):
        return {"scalar": described(np.asarray(value))}
    if isinstance(value, Image.Image):
        return {"image": pixels_of(value)}
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise Refused("an argument that is an int beyond 64 bits")
        return value
    if isinstance(value, float):
        return {"bits": struct.pack(">d", value).hex()}
    if isinstance(value, complex):
        return {"complex": [encode(value.real), encode(value.imag)]}
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {"dict": [[encode(key), encode(item)] for key, item in value.items()]}
    if isinstance(value, list):
        return [encode(item) for item in value]
    for kind, key in ((tuple, "tuple"), (set, "set"), (frozenset, "frozenset")):
        if type(value) is kind:
            return {key: [encode(item) for item in value]}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {"class": type(value).__name__, "fields": {name: encode(getattr(value, name)) for name in value._fields}}
    if isinstance(value, bytearray):
        return {"class": "bytearray", "fields": {"bytes": encode(bytes(value))}}
    if isinstance(value, (date, daytime)):
        return {"class": type(value).__name__, "fields": {"iso": value.isoformat()}}
    if isinstance(value, timedelta):
        parts = {"days": value.days, "seconds": value.seconds, "microseconds": value.microseconds}
        return {"class": "timedelta", "fields": parts}
    fields = fields_of(value)
    if fields is None:
        raise Refused(f"an argument that is a {type(value).__name__}")
    return {"class": type(value).__name__, "fields": {name: encode(item) for name, item in fields.items()}}


def pixels_of(image: Image.Image) -> dict:
    pixels = image.convert("L").tobytes() if image.mode == "1" else image.tobytes()
    palette = bytes(image.getpalette("RGBA")) if image.mode == "P" and image.palette is not None else b""
    width, height = image.size
    described = {"mode": image.mode, "width": width, "height": height}
    return {**described, "pixels": base64.b64encode(pixels).decode(), "palette": base64.b64encode(palette).decode()}


def image_of(described: dict) -> Image.Image:
    mode, size = described["mode"], (described["width"], described["height"])
    pixels, palette = (base64.b64decode(described[key]) for key in ("pixels", "palette"))
    if mode == "1":
        return Image.frombytes("L", size, pixels).point(lambda value: 255 if value else 0).convert("1", dither=0)
    image = Image.frombytes(mode, size, pixels)
    if mode == "P" and palette:
        image.putpalette(palette, "RGBA")
    return image


def described(array: np.ndarray) -> dict:
    data = base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()
    return {"dtype": array.dtype.name, "shape": list(array.shape), "data": data}


def read_answer(answer: dict) -> Outcome:
    if refused := answer.get("refused"):
        raise Refused(cause(refused["message"]))
    if trap := answer.get("trap"):
        raise Trapped(trap)
    if error := answer.get("error"):
        return raised(error)
    exact = answer["ok"]["exact"]
    if isinstance(exact, dict) and "stream" in exact:
        end = exact["end"]
        return Streamed([decode(item) for item in exact["stream"]], end and raised(end))
    return Returned(decode(exact))


def raised(error: dict) -> Raised:
    causes = tuple(f"{cause['type']}: {cause['message']}" for cause in error["causes"])
    return Raised(error["type"], error["message"], causes)


def cause(message: str) -> str:
    """The message without what differs from case to case."""
    return re.sub(r"the argument `\w+`: .* is no ", "an argument that is no ", message)


def decode(value: Any) -> Any:
    """A result from JSON that loses nothing of it."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((kind, held),) = value.items()
    match kind:
        case "float":
            return real(held)
        case "complex":
            return complex(*map(real, held))
        case "bytes":
            return base64.b64decode(held)
        case "tuple":
            return tuple(map(decode, held))
        case "set":
            return set(map(decode, held))
        case "frozenset":
            return frozenset(map(decode, held))
        case "dict":
            return {decode(key): decode(item) for key, item in held}
        case "record":
            return Record(held["class"], {name: decode(item) for name, item in held["fields"]})
        case "namedtuple":
            return named_tuple(held["class"], {name: decode(item) for name, item in held["fields"]})
        case "image":
            return image_of(held)
        case "object":
            return OBJECTS[held["class"]](held["fields"])
        case "array":
            return array_of(held)
        case "scalar":
            return array_of(held)[()]
    raise ValueError(f"no value: {value}")


#: What makes objects of classes of the standard library of their fields.
OBJECTS = {
    "bytearray": lambda fields: bytearray(decode(fields["bytes"])),
    "date": lambda fields: date.fromisoformat(fields["iso"]),
    "datetime": lambda fields: datetime.fromisoformat(fields["iso"]),
    "time": lambda fields: daytime.fromisoformat(fields["iso"]),
    "timedelta": lambda fields: timedelta(**fields),
}


def real(bits: str) -> float:
    return struct.unpack(">d", bytes.fromhex(bits))[0]


def array_of(described: dict) -> np.ndarray:
    data = base64.b64decode(described["data"])
    return np.frombuffer(data, described["dtype"]).reshape(described["shape"])


def show(report: Report) -> None:
    name = report.path.relative_to(HERE)
    refused = report.refused.total()
    parts = [f"{report.agreed} agree"]
    parts += [f"{refused} not evaluated"] if refused else []
    parts += [f"{len(report.failures)} FAILED"] if report.failures else []
    print(f"{name}: {', '.join(parts)}", flush=True)
    for failure in report.failures:
        print("  " + failure.replace("\n", "\n  "), flush=True)


if __name__ == "__main__":
    sys.exit(main())
