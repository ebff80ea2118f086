"""Anthropic's client, answered in this process by compiled predictors.

```python
from hotforge.anthropic import Anthropic

client = Anthropic(models={"echo": "build/echo"})
answer = client.messages.create(model="echo", max_tokens=100, messages=[{"role": "user", "content": "hello"}])
```

What comes back is of the official package's own types. A predictor that answers OpenAI's chat answers here, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from hotforge.asynchronous import AsyncAnswer, Call
from hotforge.cancellation import in_thread
from hotforge.openai import chat, roles

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
    from types import TracebackType

    from hotforge.library import Library, Predictor

__all__ = ["Anthropic", "AsyncAnthropic"]


class Anthropic:
    """Takes the place of `anthropic.Anthropic`. `models` says which bundle, or loaded predictor, each name means; a bundle of several
    predictors gives a model `name/predictor` for each."""

    def __init__(self, *, models: Mapping[str, str | os.PathLike[str] | Predictor | Library]) -> None:
        self.messages = Messages(roles.open_models(models))


class AsyncAnthropic:
    """Takes the place of `anthropic.AsyncAnthropic`: as `Anthropic`, and each call runs in a thread, which is cancelled with the
    task that waits for it."""

    def __init__(self, *, models: Mapping[str, str | os.PathLike[str] | Predictor | Library]) -> None:
        self.messages = AsyncMessages(roles.open_models(models))


class Messages:
    """`client.messages`"""

    def __init__(self, predictors: dict[str, Predictor]) -> None:
        self._predictors = predictors

    def create(self, *, model: str, stream: bool = False, **request: Any) -> Any:
        """`anthropic.types.Message`; with `stream=True` an iterator of `RawMessageStreamEvent`, as they come."""
        answer = self._begin(model, **request)
        if roles.is_given(stream) and stream:
            return MessageStream(model, answer)
        text = "".join(answer)
        return _message(model, answer, text)

    def stream(self, *, model: str, **request: Any) -> MessageStream:
        """The answer as it comes, for a `with` block: its events, or their texts alone as `text_stream`."""
        return MessageStream(model, self._begin(model, **request))

    def _begin(
        self,
        model: str,
        *,
        max_tokens: int,
        messages: Iterable[Any],
        system: Any = None,
        temperature: float | None = None,
        top_p: float | None = None,
        stop_sequences: list[str] | None = None,
        tools: list[Any] | None = None,
        thinking: Any = None,
        extra_body: dict[str, Any] | None = None,
        **_ignored: Any,
    ) -> chat.Answer:
        predictor = roles.named(self._predictors, model)
        if (roles.is_given(tools) and tools) or (roles.is_given(thinking) and thinking.get("type") != "disabled"):
            raise ValueError("the model calls no tools and does not think aloud: leave tools and thinking out")
        if max_tokens <= 0:
            raise ValueError("max_tokens must be greater than 0")
        given = [{"role": "system", "content": chat.text_of(system)}] if roles.is_given(system) else []
        for message in messages:
            if message["role"] not in ("user", "assistant", "system"):
                raise ValueError(f"the role of a message must be user or assistant, not {message['role']!r}")
            given.append({"role": message["role"], "content": chat.text_of(message["content"])})
        options: list[tuple[str, str, Any, Any]] = [
            ("temperature", "SamplingTemperature", temperature, 1),
            ("top_p", "SamplingProbability", top_p, 1),
        ]
        # Every request of this API has a limit: a predictor that answers at once, without a parameter for it, cannot heed it.
        streams = predictor.manifest["returns"]["schema"]["type"] == "iterator"
        takes_limit = streams or roles.optional(predictor, "MaxOutputTokens", "max_tokens") is not None
        stops = list(stop_sequences) if stop_sequences is not None and roles.is_given(stop_sequences) else []
        return chat.begin(model, predictor, given, options, max_tokens if takes_limit else None, stops, extra_body)


class AsyncMessages:
    """`client.messages` for asyncio."""

    def __init__(self, predictors: dict[str, Predictor]) -> None:
        self._predictors = predictors
        self._create = Call(lambda model: roles.named(predictors, model), Messages(predictors).create)

    async def create(self, *, model: str, **request: Any) -> Any:
        """`anthropic.types.Message`; with `stream=True` an asynchronous iterator of `RawMessageStreamEvent`, as they come."""
        return await self._create(model=model, **request)

    def stream(self, *, model: str, **request: Any) -> AsyncMessageStream:
        """The answer as it comes, for an `async with` block: its events, or their texts alone as `text_stream`."""
        native = roles.named(self._predictors, model)._native
        return AsyncMessageStream(native, Messages(self._predictors).stream(model=model, **request))


class MessageStream:
    """The events of an answer, as they come. `close`, or the end of a `with` block, ends it early."""

    def __init__(self, model: str, answer: chat.Answer) -> None:
        self._model = model
        self._answer = answer
        self._text = ""
        self._events = self._make()

    def __iter__(self) -> Iterator[Any]:
        return self._events

    def __next__(self) -> Any:
        return next(self._events)

    @property
    def text_stream(self) -> Iterator[str]:
        """The pieces of the text alone."""
        return (event.delta.text for event in self._events if event.type == "content_block_delta")

    def get_final_message(self) -> Any:
        """`anthropic.types.Message`, once all has come."""
        for _ in self._events:
            pass
        return _message(self._model, self._answer, self._text)

    def get_final_text(self) -> str:
        """All the text, once it has come."""
        self.get_final_message()
        return self._text

    def close(self) -> None:
        """Ends the predictor, where it is still at work."""
        self._answer.close()

    def __enter__(self) -> MessageStream:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.close()

    def _make(self) -> Iterator[Any]:
        from anthropic import types
        from anthropic.types.raw_message_delta_event import Delta

        start = _message(self._model, None, "")
        yield types.RawMessageStartEvent(type="message_start", message=start)
        block = types.TextBlock(type="text", text="", citations=None)
        yield types.RawContentBlockStartEvent(type="content_block_start", index=0, content_block=block)
        for piece in self._answer:
            self._text += piece
            delta = types.TextDelta(type="text_delta", text=piece)
            yield types.RawContentBlockDeltaEvent(type="content_block_delta", index=0, delta=delta)
        yield types.RawContentBlockStopEvent(type="content_block_stop", index=0)
        usage = types.MessageDeltaUsage.model_validate(_usage(self._answer))
        ending = Delta(stop_reason=_reason(self._answer), stop_sequence=None)
        yield types.RawMessageDeltaEvent(type="message_delta", delta=ending, usage=usage)
        yield types.RawMessageStopEvent(type="message_stop")


class AsyncMessageStream(AsyncAnswer):
    """The events of an answer, for `async for`, as they come."""

    @property
    async def text_stream(self) -> AsyncIterator[str]:
        """The pieces of the text alone."""
        async for event in self:
            if event.type == "content_block_delta":
                yield event.delta.text

    async def get_final_message(self) -> Any:
        """`anthropic.types.Message`, once all has come."""
        return await in_thread(self._native, self._stream.get_final_message)

    async def get_final_text(self) -> str:
        """All the text, once it has come."""
        text: str = await in_thread(self._native, self._stream.get_final_text)
        return text


def _message(model: str, answer: chat.Answer | None, text: str) -> Any:
    """The whole message; without an answer what is known before there is one."""
    from anthropic.types import Message, TextBlock, Usage

    return Message(
        id=roles.new_id("msg_"),
        type="message",
        role="assistant",
        model=model,
        content=[] if answer is None else [TextBlock(type="text", text=text, citations=None)],
        stop_reason=None if answer is None else _reason(answer),
        stop_sequence=None,
        usage=Usage.model_validate({"input_tokens": 0, "output_tokens": 0} if answer is None else _usage(answer)),
    )


def _usage(answer: chat.Answer) -> dict[str, int]:
    return {"input_tokens": answer.prompt_tokens, "output_tokens": answer.completion_tokens}


def _reason(answer: chat.Answer) -> Literal["max_tokens", "end_turn"]:
    return "max_tokens" if answer.finish_reason == "length" else "end_turn"
