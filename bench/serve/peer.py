"""What one would write without Hotforge: the embedding example behind FastAPI, with onnxruntime and tokenizers in Python.

python bench/serve/peer.py PORT [tuned]

As it stands: uvicorn's fast loop and parser, a plain function that FastAPI runs on its threads, onnxruntime's defaults. Tuned: a
process for each core, and in each one thread for the model, which does not spin.
"""

import base64
import os
import sys
from pathlib import Path

import numpy as np
import uvicorn
from fastapi import FastAPI
from onnxruntime import InferenceSession, SessionOptions
from pydantic import BaseModel

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))

import embed as example  # noqa: E402

if os.environ.get("PEER_TUNED"):
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    example.session = InferenceSession(str(example.MODEL / "model.onnx"), options)

app = FastAPI()


class Request(BaseModel):
    """As OpenAI's API has it."""

    model: str
    input: str | list[str]
    encoding_format: str = "float"


class Embedding(BaseModel):
    """A vector."""

    object: str = "embedding"
    index: int
    embedding: str | list[float]


class Answer(BaseModel):
    """As OpenAI's API has it."""

    object: str = "list"
    data: list[Embedding]
    model: str
    usage: dict[str, int]


@app.post("/v1/embeddings")
def create(request: Request) -> Answer:
    texts = [request.input] if isinstance(request.input, str) else request.input
    vectors = example.embed(texts)
    encode = (lambda row: base64.b64encode(row).decode()) if request.encoding_format == "base64" else np.ndarray.tolist
    data = [Embedding(index=index, embedding=encode(row)) for index, row in enumerate(vectors)]
    return Answer(data=data, model=request.model, usage={"prompt_tokens": 0, "total_tokens": 0})


if __name__ == "__main__":
    is_tuned = sys.argv[2:] == ["tuned"]
    if is_tuned:
        os.environ |= {"PEER_TUNED": "1", "TOKENIZERS_PARALLELISM": "false", "PYTHONPATH": str(Path(__file__).parent)}
    workers = len(os.sched_getaffinity(0)) if is_tuned else None
    uvicorn.run("peer:app", port=int(sys.argv[1]), workers=workers, log_level="warning", access_log=False)
