"""Predictors that are busy with a model for as long as they are let."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from hotforge import compile
from onnxruntime import InferenceSession

session = InferenceSession(str(Path(__file__).parents[2] / "models" / "bge-small-en" / "model.onnx"))


def _run(texts: int, tokens: int) -> int:
    ids = np.ones((texts, tokens), dtype=np.int64)
    hidden = session.run(None, {"input_ids": ids, "attention_mask": ids, "token_type_ids": np.zeros_like(ids)})[0]
    return len(hidden)


@compile()
def rounds(count: int) -> int:
    """Runs the model so many times."""
    done = 0
    for _ in range(count):
        done += _run(1, 16)
    return done


@compile()
def at_once(texts: int) -> int:
    """Runs the model once, for so many texts of 256 tokens: one takes a hundredth of a second or more."""
    return _run(texts, 256)


@compile()
def silent(messages: list[dict[str, str]]) -> Iterator[str]:
    """Says one word for each message, then thinks without end."""
    for message in messages:
        yield message["content"]
    while True:
        _run(1, 16)
