"""Embeds texts with BGE-small-en, as `embed.py` does, through a tokenizer of transformers."""

from pathlib import Path
from typing import Annotated

import numpy as np
import numpy.typing as npt
from hotforge import Parameter, compile
from onnxruntime import InferenceSession
from transformers import PreTrainedTokenizerFast

MODEL = Path(__file__).parent.parent / "models" / "bge-small-en"

tokenizer = PreTrainedTokenizerFast(
    tokenizer_file=str(MODEL / "tokenizer.json"),
    model_input_names=["input_ids", "token_type_ids", "attention_mask"],
    pad_token="[PAD]",
)
session = InferenceSession(str(MODEL / "model.onnx"))


@compile()
def embed(
    texts: Annotated[list[str], Parameter.Generic(description="Texts to embed.")],
) -> Annotated[npt.NDArray[np.float32], Parameter.Embedding(description="(N, 384)")]:
    """Embed texts as unit vectors."""
    inputs = tokenizer(texts, padding=True, truncation=True, max_length=256, return_tensors="np")
    hidden = session.run(None, dict(inputs))[0]
    vectors = hidden[:, 0]
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
