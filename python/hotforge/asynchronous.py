"""The forms of clients that do not hold up asyncio's event loop: each call runs in a thread, and is cancelled with its task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hotforge.cancellation import in_thread
from hotforge.stream import AsyncStream

if TYPE_CHECKING:
    from collections.abc import Callable

    from hotforge.library import Predictor


class Call:
    """The asynchronous form of a method of a client, which takes the name of a model as `model`."""

    def __init__(self, find: Callable[[str], Predictor], method: Callable[..., Any]) -> None:
        self._find = find
        self._method = method
        self.__doc__ = method.__doc__

    async def __call__(self, *, model: str, **request: Any) -> Any:
        """What the method gives; what it gives piece by piece as an asynchronous iterator."""
        native = self._find(model)._native
        answer = await in_thread(native, self._method, model=model, **request)
        return AsyncAnswer(native, answer) if hasattr(answer, "__next__") else answer


class AsyncAnswer(AsyncStream):
    """The pieces of an answer, for `async for`, as they come. `close`, or the end of an `async with` block, ends it early."""

    async def close(self) -> None:
        """Ends the predictor, where it is still at work."""
        await self.aclose()
