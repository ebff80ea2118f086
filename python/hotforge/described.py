"""Describes values as JSON for a program that shows them: whole where they are small, cut where they are not.

A description has a `kind`:

| kind | fields |
|---|---|
| `none` | |
| `bool` | `value` |
| `int`, `float` | `text`: its repr |
| `scalar` | a numpy scalar: `dtype`, `text` |
| `str` | `text`, `length`: in characters |
| `bytes` | `base64`, `length` |
| `image` | `base64`, `media`: of an encoded image; `mode` and `size` (width, height) where they are known |
| `pixels` | an array that is an image: `base64` (rows of pixels), `width`, `height`, `channels`, and as `array` |
| `list`, `tuple`, `set`, `frozenset` | `items`, `length`; `numbers` where it holds nothing but numbers, or rows of them |
| `stream` | `items`, `length`; `more`: whether it was not at its end; `raised`: how it ended, where it raised |
| `dict` | `items`: list of `[key, value]`; `length` |
| `record` | `class`, `items`: list of `[name, value]`; `length` |
| `enum` | `class`, `member`, `value` |
| `array` | `dtype`, `shape`, `numbers` |
| `raised` | `class`, `message`, `frames`: `file`, `line`, `function`, `source`, outermost first |
| `other` | `class`, `text`: its repr |

Of a container there are fewer `items` than `length` says where it was cut; of text likewise. `numbers` has `low`, `high`
and `mean` (of the finite ones), `missing` (how many are not finite; in data they are null), and one of

- `points`: all numbers of one axis,
- `lows`, `highs`: the extremes of equal pieces of a long axis, `length`: how many numbers those are,
- `slices`: grids of two axes; each has `index` (of the axes before the last two) and `rows`. `step` says that only each
  so-manieth row and column is there, `count` how many slices there are.
"""

from __future__ import annotations

import base64
import dataclasses
import enum
import io
import itertools
import linecache
import math
import re
import sys
import traceback
from collections.abc import Iterator, Sequence
from typing import Any

from hotforge.record import Record, class_name_of, fields_of

#: Of a container this many items are shown, and of everything together this many.
MOST_ITEMS = 200
MOST_IN_ALL = 5000
MOST_CHARACTERS = 20_000
MOST_BYTES = 8 << 20
#: Of a stream this many items are taken.
MOST_STREAMED = 1000
MOST_POINTS = 1000
MOST_ROWS, MOST_COLUMNS, MOST_SLICES = 128, 256, 6
MOST_PIXELS = 1024

_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}

Description = dict[str, Any]


def describe(value: Any) -> Description:
    """The description of a value that a predictor returned."""
    return _Describer().describe(value)


def describe_raised(error: BaseException, own: frozenset[str]) -> Description:
    """The description of an exception; frames of the files in `own` are left out."""
    def is_machinery(file: str) -> bool:
        return file in own or file.startswith("<frozen importlib")

    entries = [entry for entry in traceback.extract_tb(error.__traceback__) if not is_machinery(entry.filename)]
    frames = [_frame(entry.filename, entry.lineno or 1, entry.name) for entry in entries]
    native = _native_frames(error)
    return {
        "kind": "raised",
        "class": type(error).__name__,
        "message": _text(str(error), MOST_CHARACTERS),
        "frames": native or frames,
    }


_NATIVE_FRAME = re.compile(r'  File "(?P<file>.*)", line (?P<line>\d+), in (?P<function>.*)')


def _native_frames(error: BaseException) -> list[Description]:
    """The frames that a library has put into a note."""
    notes = getattr(error, "__notes__", [])
    lines = (line for note in notes if note.startswith("In the compiled predictor") for line in note.split("\n"))
    found = filter(None, map(_NATIVE_FRAME.fullmatch, lines))
    return [_frame(frame["file"], int(frame["line"]), frame["function"]) for frame in found]


def _frame(file: str, line: int, function: str) -> Description:
    return {"file": file, "line": line, "function": function, "source": linecache.getline(file, line).strip()}


def _text(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most]


class _Describer:
    def __init__(self) -> None:
        self.left = MOST_IN_ALL
        self.around: set[int] = set()

    def describe(self, value: Any) -> Description:
        self.left -= 1
        if value is None:
            return {"kind": "none"}
        if isinstance(value, enum.Enum):
            described = self.describe(value.value)
            return {"kind": "enum", "class": type(value).__name__, "member": value.name, "value": described}
        if isinstance(value, bool):
            return {"kind": "bool", "value": value}
        if isinstance(value, str):
            return {"kind": "str", "text": _text(value, MOST_CHARACTERS), "length": len(value)}
        if isinstance(value, bytes):
            return _bytes(value)
        of_numpy = _of_numpy(value)
        if of_numpy is not None:
            return of_numpy
        if isinstance(value, int | float):
            return {"kind": type(value).__name__, "text": repr(value)}
        if _is_picture(value):
            return _picture(value)
        return self._container(value) or _other(value)

    def _container(self, value: Any) -> Description | None:
        if id(value) in self.around:
            return {"kind": "other", "class": type(value).__name__, "text": "…"}
        self.around.add(id(value))
        try:
            if isinstance(value, dict):
                return {"kind": "dict", "items": self._pairs(value.items(), len(value)), "length": len(value)}
            if isinstance(value, tuple) and hasattr(value, "_fields"):
                return self._record(type(value).__name__, dict(zip(value._fields, value, strict=True)))
            for kind in (list, tuple, set, frozenset):
                if isinstance(value, kind):
                    described = {"kind": kind.__name__, "items": self._items(value), "length": len(value)}
                    numbers = _numbers_of(value) if isinstance(value, list | tuple) else None
                    return described if numbers is None else {**described, "numbers": numbers}
            if isinstance(value, Record) or dataclasses.is_dataclass(value) or _has_fields(value):
                return self._record(class_name_of(value), fields_of(value) or {})
            if isinstance(value, Iterator):
                return self._stream(value)
            return None
        finally:
            self.around.discard(id(value))

    def _items(self, items: Any) -> list[Description]:
        described = []
        for item in itertools.islice(items, MOST_ITEMS):
            if self.left <= 0:
                break
            described.append(self.describe(item))
        return described

    def _pairs(self, items: Any, length: int) -> list[list[Description]]:
        flat = self._items(itertools.chain.from_iterable(itertools.islice(items, MOST_ITEMS // 2 if length > MOST_ITEMS else None)))
        return [list(pair) for pair in zip(flat[::2], flat[1::2], strict=False)]

    def _record(self, name: str, fields: dict[str, Any]) -> Description:
        described = self._items(fields.values())
        items = [[name, item] for name, item in zip(fields, described, strict=False)]
        return {"kind": "record", "class": name, "items": items, "length": len(fields)}

    def _stream(self, stream: Iterator[Any]) -> Description:
        taken = Taken.of(stream)
        raised = describe_raised(taken.raised, frozenset({__file__})) if taken.raised else None
        items = self._items(taken.items)
        return {"kind": "stream", "items": items, "length": len(taken.items), "more": taken.more, "raised": raised}


@dataclasses.dataclass
class Taken:
    """The first items of a stream."""

    items: list[Any]
    more: bool
    raised: Exception | None

    @staticmethod
    def of(stream: Iterator[Any]) -> Taken:
        """Takes the items, as far as they are shown."""
        items: list[Any] = []
        try:
            for item in stream:
                if len(items) == MOST_STREAMED:
                    return Taken(items, True, None)
                items.append(item)
        except Exception as error:  # noqa: BLE001 - how the stream ends is what is wanted
            return Taken(items, False, error)
        return Taken(items, False, None)


def _bytes(value: bytes) -> Description:
    media = next((media for start, media in _SIGNATURES.items() if value.startswith(start)), None)
    if value[:4] == b"RIFF" and value[8:12] == b"WEBP":
        media = "image/webp"
    if media is not None and len(value) <= MOST_BYTES:
        return {"kind": "image", "media": media, "base64": _base64(value), "length": len(value)}
    return {"kind": "bytes", "base64": _base64(value[: MOST_CHARACTERS // 2]), "length": len(value)}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _is_picture(value: Any) -> bool:
    image = sys.modules.get("PIL.Image")
    return image is not None and isinstance(value, image.Image)


def _picture(value: Any) -> Description:
    size, mode = list(value.size), value.mode
    shown = value if mode in ("1", "L", "LA", "P", "RGB", "RGBA") else value.convert("RGB")
    if max(size) > MOST_PIXELS:
        shown = shown.copy()
        shown.thumbnail((MOST_PIXELS, MOST_PIXELS))
    file = io.BytesIO()
    shown.save(file, "PNG")
    return {"kind": "image", "media": "image/png", "base64": _base64(file.getvalue()), "mode": mode, "size": size}


def _has_fields(value: Any) -> bool:
    """Whether it is an object of a class that somebody wrote, and no function or module."""
    return hasattr(value, "__dict__") and not callable(value) and type(value).__module__ not in sys.stdlib_module_names


def _other(value: Any) -> Description:
    return {"kind": "other", "class": type(value).__name__, "text": _text(repr(value), MOST_CHARACTERS)}


# Numbers


def _of_numpy(value: Any) -> Description | None:
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return None
    if isinstance(value, numpy.generic):
        return {"kind": "scalar", "dtype": value.dtype.name, "text": str(value)}
    if not isinstance(value, numpy.ndarray):
        return None
    described: Description = {"kind": "array", "dtype": value.dtype.name, "shape": list(value.shape)}
    if value.dtype.kind not in "biuf":
        return {**described, "kind": "other", "class": f"ndarray of {value.dtype.name}", "text": _text(str(value), MOST_CHARACTERS)}
    if value.ndim == 0:
        return {**described, "text": str(value[()])}
    if value.dtype == numpy.uint8 and value.ndim == 3 and value.shape[2] in (3, 4) and min(value.shape[:2]) > 1:
        return {**_pixels(value), **described, "kind": "pixels", "numbers": _summary(value)}
    return {**described, "numbers": {**_summary(value), **_data(value)}}


def _pixels(value: Any) -> Description:
    step = -(-max(value.shape[:2]) // MOST_PIXELS)
    shown = value[::step, ::step]
    height, width, channels = shown.shape
    return {"base64": _base64(shown.tobytes()), "width": width, "height": height, "channels": channels}


def _summary(value: Any) -> Description:
    numpy = sys.modules["numpy"]
    finite = value[numpy.isfinite(value)] if value.dtype.kind == "f" else value
    if finite.size == 0:
        return {"low": None, "high": None, "mean": None, "missing": int(value.size)}
    mean = float(finite.mean(dtype=numpy.float64))
    return {"low": _number(finite.min()), "high": _number(finite.max()), "mean": mean, "missing": int(value.size - finite.size)}


def _number(value: Any) -> int | float | None:
    """A number that JSON can say. A float32 is the shortest text that is that float32."""
    if value.dtype.kind == "f":
        return float(str(value)) if math.isfinite(value) else None
    return int(value)


def _data(value: Any) -> Description:
    if value.ndim == 1:
        return _points(value) if len(value) <= MOST_POINTS else _extremes(value)
    rows, columns = value.shape[-2:]
    step = [-(-rows // MOST_ROWS) or 1, -(-columns // MOST_COLUMNS) or 1]
    before = value.shape[:-2]
    count = math.prod(before)
    indices = itertools.islice(itertools.product(*map(range, before)), MOST_SLICES)
    slices = [
        {"index": list(index), "rows": [list(map(_number, row)) for row in value[index][:: step[0], :: step[1]]]}
        for index in indices
    ]
    return {"slices": slices, "step": step, "count": count}


def _points(value: Any) -> Description:
    return {"points": list(map(_number, value))}


def _extremes(value: Any) -> Description:
    numpy = sys.modules["numpy"]
    pieces = numpy.array_split(value, MOST_POINTS // 2)
    return {
        "lows": [_number(numpy.fmin.reduce(piece)) for piece in pieces],
        "highs": [_number(numpy.fmax.reduce(piece)) for piece in pieces],
        "length": len(value),
    }


def _numbers_of(items: Sequence[Any]) -> Description | None:
    """The numbers of a list that holds nothing else, or of rows of equal length that hold nothing else."""
    if len(items) < 3 and not (len(items) == 2 and isinstance(items[0], list | tuple)):
        return None
    if _are_plain(items):
        return {**_plain_summary(items), **_plain_points(items)}
    is_grid = all(isinstance(row, list | tuple) and len(row) == len(items[0]) for row in items)
    if not is_grid or len(items[0]) < 2 or not all(map(_are_plain, items)):
        return None
    step = [-(-len(items) // MOST_ROWS), -(-len(items[0]) // MOST_COLUMNS)]
    rows = [list(map(_plain, row[:: step[1]])) for row in items[:: step[0]]]
    summary = _plain_summary([number for row in items for number in row])
    return {**summary, "slices": [{"index": [], "rows": rows}], "step": step, "count": 1}


def _are_plain(items: Sequence[Any]) -> bool:
    return all(type(item) is float or (type(item) is int and abs(item) < 2**63) for item in items)


def _plain(number: int | float) -> int | float | None:
    return number if math.isfinite(number) else None


def _plain_summary(items: Sequence[Any]) -> Description:
    finite = [item for item in items if math.isfinite(item)]
    if not finite:
        return {"low": None, "high": None, "mean": None, "missing": len(items)}
    # Divided first: the sum of large floats may be none.
    mean = math.fsum(item / len(finite) for item in finite)
    return {"low": min(finite), "high": max(finite), "mean": mean, "missing": len(items) - len(finite)}


def _plain_points(items: Sequence[Any]) -> Description:
    if len(items) <= MOST_POINTS:
        return {"points": list(map(_plain, items))}
    count = MOST_POINTS // 2
    bounds = [len(items) * index // count for index in range(count + 1)]
    pieces = [[item for item in items[start:end] if math.isfinite(item)] for start, end in itertools.pairwise(bounds)]
    lows, highs = [min(piece, default=None) for piece in pieces], [max(piece, default=None) for piece in pieces]
    return {"lows": lows, "highs": highs, "length": len(items)}
