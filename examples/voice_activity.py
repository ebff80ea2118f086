"""Tells where somebody speaks, with Silero VAD: a stream of probabilities, one for each 32 ms of sound."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import numpy as np
import numpy.typing as npt
from hotforge import Parameter, compile
from onnxruntime import InferenceSession

MODEL = Path(__file__).parent.parent / "models" / "silero-vad" / "silero_vad.onnx"
CHUNK = 512
CONTEXT = 64

session = InferenceSession(str(MODEL))


@compile()
def voice_activity(
    audio: Annotated[npt.NDArray[np.float32], Parameter.Audio(description="Sound at 16 kHz, between -1 and 1.")],
) -> Iterator[float]:
    """How probable it is that somebody speaks, for one chunk after the other."""
    rate = np.array(16000, dtype=np.int64)
    state = np.zeros((2, 1, 128), dtype=np.float32)
    context = np.zeros((1, CONTEXT), dtype=np.float32)
    for start in range(0, len(audio), CHUNK):
        chunk = _padded(audio[start : start + CHUNK])
        frame = np.concatenate([context, chunk.reshape(1, CHUNK)], axis=1)
        probability, state = session.run(None, {"input": frame, "state": state, "sr": rate})
        context = frame[:, CHUNK:]
        yield float(probability[0, 0])


def _padded(chunk: np.ndarray) -> np.ndarray:
    """The last chunk may be short: silence follows it."""
    missing = CHUNK - len(chunk)
    if missing == 0:
        return chunk
    return np.concatenate([chunk, np.zeros(missing, dtype=np.float32)])
