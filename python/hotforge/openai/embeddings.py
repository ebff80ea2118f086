"""`client.embeddings`"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Literal

from hotforge.openai import roles

if TYPE_CHECKING:
    from hotforge.library import Predictor


class Embeddings:
    """Texts to vectors."""

    def __init__(self, find: roles.Find) -> None:
        self._find = find

    def create(
        self,
        *,
        model: str,
        input: str | list[str],
        dimensions: int | None = None,
        encoding_format: Literal["float", "base64"] = "float",
        extra_body: dict[str, Any] | None = None,
        **_ignored: Any,
    ) -> Any:
        """`openai.types.CreateEmbeddingResponse`, with a vector for each text."""
        from openai.types import CreateEmbeddingResponse, Embedding
        from openai.types.create_embedding_response import Usage

        texts = [input] if isinstance(input, str) else list(input)
        if not texts or not all(isinstance(text, str) for text in texts):
            raise ValueError("input must be a string, or a list of strings that is not empty")
        if roles.is_given(encoding_format) and encoding_format not in ("float", "base64"):
            raise ValueError(f"encoding_format must be 'float' or 'base64', not {encoding_format!r}")
        predictor = self._find(model)
        vectors, tokens = _embed(model, predictor, texts, [("dimensions", "EmbeddingDims", dimensions, None)], extra_body)
        data = [
            Embedding.model_construct(embedding=_encode(vector, encoding_format), index=index, object="embedding")
            for index, vector in enumerate(vectors)
        ]
        usage = Usage(prompt_tokens=tokens, total_tokens=tokens)
        return CreateEmbeddingResponse(data=data, model=model, object="list", usage=usage)


def _embed(
    model: str, predictor: Predictor, texts: list[str], options: list[Any], extra: dict[str, Any] | None
) -> tuple[Any, int]:
    """A row for each text, and the number of tokens."""
    import numpy

    def is_input(parameter: dict[str, Any]) -> bool:
        return roles.takes_texts(parameter["schema"]) or roles.takes_text(parameter["schema"])

    main = roles.main_input(predictor, is_input) if roles.denotes(predictor, "Embedding") else None
    if main is None:
        raise roles.other_interface(model, "embeddings")
    schema = next(parameter["schema"] for parameter in predictor.manifest["parameters"] if parameter["name"] == main)
    tokens = 0
    results = []
    for value in [texts] if roles.takes_texts(schema) else texts:
        result = predictor(**roles.arguments(predictor, main, value, options, extra))
        tokens += sum(predictor.token_counts())
        results.append(numpy.atleast_2d(numpy.asarray(result)))
    vectors = numpy.concatenate(results)
    if len(vectors) != len(texts):
        raise RuntimeError(f"the predictor gave {len(vectors)} vectors for {len(texts)} texts")
    return vectors, tokens


def _encode(vector: Any, encoding_format: str) -> Any:
    return base64.b64encode(vector.astype("<f4").tobytes()).decode() if encoding_format == "base64" else vector.tolist()
