"""What one would write without Hotforge: the embedding example behind FastAPI, with onnxruntime and tokenizers in Python."""

import base64
import sys
from pathlib import Path

import numpy as np
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))

from embed import embed  # noqa: E402

app = FastAPI()


class Request(BaseModel):
    """As OpenAI's API has it."""

    model: str
    input: str | list[str]
    encoding_format: str = "float"


@app.post("/v1/embeddings")
def create(request: Request) -> dict:
    texts = [request.input] if isinstance(request.input, str) else request.input
    vectors = embed(texts)
    encode = lambda row: base64.b64encode(row.astype(np.float32).tobytes()).decode()  # noqa: E731
    data = [
        {"object": "embedding", "index": index, "embedding": encode(row) if request.encoding_format == "base64" else row.tolist()}
        for index, row in enumerate(vectors)
    ]
    return {"object": "list", "data": data, "model": request.model, "usage": {"prompt_tokens": 0, "total_tokens": 0}}


if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1]), log_level="warning", access_log=False)
