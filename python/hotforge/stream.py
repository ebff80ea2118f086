"""Streams: what a predictor that returns an iterator gives."""

from __future__ import annotations

import asyncio
from ctypes import byref, c_void_p
from typing import TYPE_CHECKING, Any

from hotforge.cancellation import in_thread
from hotforge.errors import last_error

if TYPE_CHECKING:
    from types import TracebackType

    from hotforge.native import Native
    from hotforge.values import Handle


class Stream:
    """The items of a predictor that returns an iterator, computed as they are asked for.

    An iterator, as a generator is: `for`, `next` and `list` take its items; the predictor stands still in between. It
    raises what the predictor raises, and has ended then. `close`, the end of a `with` block, or nobody holding it any
    more ends it early. It may be asked in any thread, but only in one at a time: else `ValueError`.
    """

    __slots__ = ("_native", "_owner", "_pointer")

    def __init__(self, native: Native, owner: Handle, pointer: int) -> None:
        self._native = native
        self._owner = owner
        self._pointer = pointer

    def __iter__(self) -> Stream:
        return self

    def __next__(self) -> Any:
        from hotforge.values import from_native

        item = c_void_p()
        if not self._native.stream_next(self._pointer, byref(item)):
            raise last_error(self._native)
        if item.value is None:
            raise StopIteration
        return from_native(self._native, item.value)

    def close(self) -> None:
        """Ends the stream, and frees what it holds. Afterwards it gives no more items."""
        if not self._native.stream_close(self._pointer):
            raise last_error(self._native)

    def __enter__(self) -> Stream:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncStream:
    """The items of a predictor that returns an iterator, for `async for`: each is computed in a thread of asyncio's.

    Whoever is cancelled while waiting for an item cancels what computes it.
    """

    __slots__ = ("_native", "_stream")

    def __init__(self, native: Native, stream: Any) -> None:
        self._native = native
        self._stream = stream

    def __aiter__(self) -> AsyncStream:
        return self

    async def __anext__(self) -> Any:
        # `StopIteration` cannot pass through a future.
        item = await in_thread(self._native, next, self._stream, _END)
        if item is _END:
            raise StopAsyncIteration
        return item

    async def aclose(self) -> None:
        """Ends the stream, and frees what it holds. Afterwards it gives no more items."""
        await asyncio.to_thread(self._stream.close)

    async def __aenter__(self) -> AsyncStream:
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        await self.aclose()


_END = object()
