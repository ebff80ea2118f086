"""OpenAI's client, answered in this process by compiled predictors.

```python
from hotforge.openai import OpenAI

client = OpenAI(models={"bge-small": "build/embed"})
answer = client.embeddings.create(model="bge-small", input=["hello", "world"])
```

What comes back is of the official package's own types. Which parameter of a predictor is which of the API's is told by its
annotation (`Parameter.EmbeddingDims` is `dimensions`) and by its type; every other parameter needs a default, and may be given by
its own name in `extra_body`. `AsyncOpenAI` is the same for asyncio. Over HTTP `hotforge serve` answers the same.
"""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from hotforge.asynchronous import Call
from hotforge.openai import roles
from hotforge.openai.audio import Audio
from hotforge.openai.chat import Chat
from hotforge.openai.embeddings import Embeddings
from hotforge.openai.images import Images

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from hotforge.library import Library, Predictor

__all__ = ["AsyncOpenAI", "OpenAI"]


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


class AsyncOpenAI:
    """Takes the place of `openai.AsyncOpenAI`: as `OpenAI`, and each call runs in a thread, which is cancelled with the task that
    waits for it. Streams are for `async for`."""

    def __init__(self, *, models: Mapping[str, str | os.PathLike[str] | Predictor | Library]) -> None:
        client = OpenAI(models=models)

        def concurrent(method: Callable[..., Any]) -> Call:
            return Call(client._predictor, method)

        self.embeddings = SimpleNamespace(create=concurrent(client.embeddings.create))
        self.chat = SimpleNamespace(completions=SimpleNamespace(create=concurrent(client.chat.completions.create)))
        self.audio = SimpleNamespace(
            speech=SimpleNamespace(create=concurrent(client.audio.speech.create)),
            transcriptions=SimpleNamespace(create=concurrent(client.audio.transcriptions.create)),
        )
        self.images = SimpleNamespace(generate=concurrent(client.images.generate))
        self.models = client.models
