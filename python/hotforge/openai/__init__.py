"""OpenAI's client, answered in this process by compiled predictors.

```python
from hotforge.openai import OpenAI

client = OpenAI(models={"bge-small": "build/embed"})
answer = client.embeddings.create(model="bge-small", input=["hello", "world"])
```

What comes back is of the official package's own types. Which parameter of a predictor is which of the API's is told by its
annotation (`Parameter.EmbeddingDims` is `dimensions`) and by its type; every other parameter needs a default, and may be given by
its own name in `extra_body`. Over HTTP `hotforge serve` answers the same.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from hotforge.openai import roles
from hotforge.openai.audio import Audio
from hotforge.openai.chat import Chat
from hotforge.openai.embeddings import Embeddings
from hotforge.openai.images import Images

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from hotforge.library import Library, Predictor

__all__ = ["OpenAI"]


class OpenAI:
    """Takes the place of `openai.OpenAI`. `models` says which bundle, or loaded predictor, each name means; a bundle of several
    predictors gives a model `name/predictor` for each."""

    def __init__(self, *, models: Mapping[str, str | os.PathLike[str] | Predictor | Library]) -> None:
        self._predictors = roles.open_models(models)
        self._created = int(time.time())
        self.embeddings = Embeddings(self._predictor)
        self.chat = Chat(self._predictor)
        self.audio = Audio(self._predictor)
        self.images = Images(self._predictor)
        self.models = Models(self)

    def _predictor(self, model: str) -> Predictor:
        return roles.named(self._predictors, model)


class Models:
    """`client.models`"""

    def __init__(self, client: OpenAI) -> None:
        self._client = client

    def list(self) -> Any:
        """All models."""
        from openai.pagination import SyncPage
        from openai.types import Model

        data = [self.retrieve(name) for name in self._client._predictors]
        return SyncPage[Model].model_construct(data=data, object="list")

    def retrieve(self, model: str) -> Any:
        """The model of that name."""
        from openai.types import Model

        self._client._predictor(model)
        return Model(id=model, created=self._client._created, object="model", owned_by="hotforge")
