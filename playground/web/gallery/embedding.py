"""An embedding model: drop `tokenizer.json` and `model.onnx` onto the page, and their signatures type the rest."""

import numpy as np
from hotforge import compile
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file("tokenizer.json")
session = InferenceSession("model.onnx")


@compile()
def embed(texts: list[str]) -> np.ndarray:
    """Embed texts as unit vectors."""
    encoded = tokenizer.encode_batch(texts)
    ids = np.array([e.ids for e in encoded], dtype=np.int64)
    mask = np.array([e.attention_mask for e in encoded], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    hidden = session.run(None, inputs)[0]
    vectors = hidden[:, 0]
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
