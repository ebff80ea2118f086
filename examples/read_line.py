"""Reads a line of printed text in an image, with the recogniser of PP-OCRv4: preprocess, infer, decode by CTC."""

from pathlib import Path
from typing import Annotated

import numpy as np
from hotforge import Parameter, compile
from onnxruntime import InferenceSession
from PIL import Image

MODEL = Path(__file__).parent.parent / "models" / "pp-ocr" / "ch_PP-OCRv4_rec_infer.onnx"
HEIGHT = 48

session = InferenceSession(str(MODEL))
# The first class of the model is CTC's blank, the last one a space.
CHARACTERS: list[str] = ["", *session.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]


@compile()
def read_line(
    image: Annotated[Image.Image, Parameter.Image(description="One line of text.")],
) -> tuple[str, float]:
    """The text, and how certain the model is of it."""
    scores = session.run(None, {"x": _preprocess(image)})[0][0]
    best = scores.argmax(axis=1)
    text = ""
    certainties: list[float] = []
    previous = 0
    for step in range(len(best)):
        character = int(best[step])
        if character != 0 and character != previous:
            text += CHARACTERS[character]
            certainties.append(float(scores[step, character]))
        previous = character
    if not certainties:
        return "", 0.0
    return text, sum(certainties) / len(certainties)


def _preprocess(image: Image.Image) -> np.ndarray:
    """Blue, green and red between -1 and 1, in rows of 48 pixels' height."""
    width = max(1, round(image.width * HEIGHT / image.height))
    resized = image.convert("RGB").resize((width, HEIGHT), Image.Resampling.BILINEAR)
    pixels = np.asarray(resized).astype(np.float32)[:, :, ::-1] / 255
    return ((pixels - 0.5) / 0.5).transpose(2, 0, 1)[np.newaxis]
