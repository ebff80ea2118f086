"""Calls that end when nobody waits for them any more."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from hotforge.native import Native

_R = TypeVar("_R")


class Cancellation:
    """Ends the calls of a library that are made in `within`, from another thread."""

    def __init__(self, native: Native) -> None:
        self._native = native
        self._pointer = native.cancellation_new()

    def within(self, call: Callable[..., _R], *args: Any, **kwargs: Any) -> _R:
        """Calls in this thread what can be ended."""
        self._native.cancellation_use(self._pointer)
        try:
            return call(*args, **kwargs)
        finally:
            self._native.cancellation_use(None)

    def cancel(self) -> None:
        """Ends what runs, and all that would run: it raises `asyncio.CancelledError`."""
        self._native.cancel(self._pointer)

    def __del__(self) -> None:
        # A thread that uses it holds it.
        self._native.cancellation_free(self._pointer)


async def in_thread(native: Native, call: Callable[..., _R], /, *args: Any, **kwargs: Any) -> _R:
    """Calls in a thread of asyncio's. Cancelling this cancels the call."""
    cancellation = Cancellation(native)
    try:
        return await asyncio.to_thread(cancellation.within, call, *args, **kwargs)
    except asyncio.CancelledError:
        cancellation.cancel()
        raise
