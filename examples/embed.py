"""Embeds texts with BGE-small-en: tokenise, infer, take the first token's vector, normalise."""

from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from hotforge import Parameter, compile
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

MODEL = Path(__file__).parent.parent / "models" / "bge-small-en"
PREFIX = {"query": "Represent this sentence for searching relevant passages: ", "document": ""}

tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
tokenizer.enable_padding()
tokenizer.enable_truncation(256)
session = InferenceSession(str(MODEL / "model.onnx"))


@compile()
def embed(
    texts: Annotated[list[str], Parameter.Generic(description="Texts to embed.")],
    task: Literal["query", "document"] = "document",
) -> Annotated[np.ndarray, Parameter.Embedding(description="(N, 384)")]:
    """Embed texts as unit vectors."""
    prompts = [PREFIX[task] + text for text in texts]
    encoded = tokenizer.encode_batch(prompts)
    ids = np.array([e.ids for e in encoded], dtype=np.int64)
    mask = np.array([e.attention_mask for e in encoded], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    hidden = session.run(None, inputs)[0]
    return _normalise(hidden[:, 0])


def _normalise(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
