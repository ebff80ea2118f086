"""What comes after a model, and signals before it."""

import numpy as np
from hotforge import compile

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Indices = np.ndarray[tuple[int], np.dtype[np.int64]]


@compile()
def suppress(boxes: Matrix, scores: Vector, limit: float) -> list[int]:
    """Of boxes that overlap, the best: non-maximum suppression."""
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    order = np.argsort(-scores)
    kept: list[int] = []
    while order.size > 0:
        best = order[0]
        kept.append(int(best))
        rest = order[1:]
        left = np.maximum(boxes[best, 0], boxes[rest, 0])
        top = np.maximum(boxes[best, 1], boxes[rest, 1])
        right = np.minimum(boxes[best, 2], boxes[rest, 2])
        bottom = np.minimum(boxes[best, 3], boxes[rest, 3])
        shared = np.maximum(right - left, 0.0) * np.maximum(bottom - top, 0.0)
        order = rest[shared / (areas[best] + areas[rest] - shared) <= limit]
    return kept


@compile()
def ctc(logits: Matrix) -> list[int]:
    """The best label of each step, without repeats and blanks."""
    best = np.argmax(logits, axis=1)
    decoded: list[int] = []
    previous = 0
    for label in best.tolist():
        if label != previous and label != 0:
            decoded.append(label)
        previous = label
    return decoded


@compile()
def low_pass(signal: Vector, kept: int) -> Vector:
    """Without its high frequencies."""
    spectrum = np.fft.rfft(signal)
    spectrum[kept:] = 0.0
    return np.fft.irfft(spectrum, signal.shape[0])


@compile()
def moving_average(signal: Vector, width: int) -> Vector:
    """By running sums."""
    sums = np.cumsum(signal)
    return (sums[width:] - sums[:-width]) / width


@compile()
def equalise(levels: Indices) -> Vector:
    """Grey levels spread evenly, by their histogram."""
    counts = np.bincount(levels, minlength=256)
    share = np.cumsum(counts) / levels.shape[0]
    return share[levels]


@compile()
def sort_rows(rows: Matrix) -> Matrix:
    """Each row in ascending order."""
    return np.sort(rows, axis=1)


@compile()
def ranking(scores: Vector) -> Indices:
    """Where the scores are from the best to the worst."""
    return np.argsort(-scores)


@compile()
def ordered(scores: Vector) -> Vector:
    """All scores in ascending order."""
    return np.sort(scores)


_random = np.random.default_rng(10)
_corners = _random.uniform(0, 100, (500, 2))
_boxes = np.concatenate([_corners, _corners + _random.uniform(5, 20, (500, 2))], axis=1)

ARGUMENTS = {
    "suppress": (_boxes, _random.uniform(0, 1, 500), 0.4),
    "ctc": (_random.standard_normal((200, 96)),),
    "low_pass": (_random.standard_normal(2**16), 1000),
    "moving_average": (_random.standard_normal(1_000_000), 25),
    "equalise": (_random.integers(0, 256, 300_000),),
    "sort_rows": (_random.standard_normal((200, 500)),),
    "ranking": (_random.standard_normal(10_000),),
    "ordered": (_random.standard_normal(10_000),),
}

LARGE = {
    "ctc": (_random.standard_normal((20_000, 96)),),
    "low_pass": (_random.standard_normal(2**20), 1000),
    "moving_average": (_random.standard_normal(10_000_000), 25),
    "equalise": (_random.integers(0, 256, 10_000_000),),
    "sort_rows": (_random.standard_normal((5000, 500)),),
    "ranking": (_random.standard_normal(1_000_000),),
    "ordered": (_random.standard_normal(1_000_000),),
}
