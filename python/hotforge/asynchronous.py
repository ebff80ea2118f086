"""The forms of clients that do not hold up asyncio's event loop: each call runs in a thread, and is cancelled with its task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hotforge.cancellation import in_thread

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from hotforge.library import Predictor
    from hotforge.native import Native

_END = object()


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


class AsyncAnswer:
    """The pieces of an answer, for `async for`, as they come. `close`, or the end of an `async with` block, ends it early."""

    def __init__(self, native: Native, answer: Any) -> None:
        self._native = native
        self._answer = answer

    def __aiter__(self) -> AsyncAnswer:
        return self

    async def __anext__(self) -> Any:
        # `StopIteration` cannot pass through a future.
        item = await in_thread(self._native, next, self._answer, _END)
        if item is _END:
            raise StopAsyncIteration
        return item

    async def close(self) -> None:
        """Ends the predictor, where it is still at work."""
        self._answer.close()

    async def __aenter__(self) -> AsyncAnswer:
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        await self.close()
