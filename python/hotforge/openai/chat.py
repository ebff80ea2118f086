"""`client.chat.completions`"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal

from hotforge.openai import roles
from hotforge.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from hotforge.library import Predictor


class Chat:
    """Conversations."""

    def __init__(self, find: roles.Find) -> None:
        self.completions = Completions(find)


class Completions:
    """Messages to an answer."""

    def __init__(self, find: roles.Find) -> None:
        self._find = find

    def create(
        self,
        *,
        model: str,
        messages: Iterable[Any],
        stream: bool = False,
        stream_options: dict[str, Any] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        max_tokens: int | None = None,
        max_completion_tokens: int | None = None,
        stop: str | list[str] | None = None,
        n: int | None = None,
        tools: list[Any] | None = None,
        response_format: Any = None,
        extra_body: dict[str, Any] | None = None,
        **_ignored: Any,
    ) -> Any:
        """`openai.types.chat.ChatCompletion`; with `stream=True` an iterator of `ChatCompletionChunk`, as they come."""
        predictor = self._find(model)
        if (roles.is_given(n) and n != 1) or (roles.is_given(tools) and tools):
            raise ValueError("the model gives one answer and calls no tools: leave n and tools out")
        kind = response_format.get("type") if isinstance(response_format, dict) else None
        if roles.is_given(response_format) and kind != "text":
            raise ValueError("the model answers with text: leave response_format out")
        wanted = max_completion_tokens if roles.is_given(max_completion_tokens) else max_tokens
        wanted = wanted if roles.is_given(wanted) else None
        if wanted is not None and wanted <= 0:
            raise ValueError("max_tokens must be greater than 0")
        options: list[tuple[str, str, Any, Any]] = [
            ("temperature", "SamplingTemperature", temperature, 1),
            ("top_p", "SamplingProbability", top_p, 1),
            ("frequency_penalty", "FrequencyPenalty", frequency_penalty, 0),
            ("presence_penalty", "PresencePenalty", presence_penalty, 0),
        ]
        stops = [stop] if isinstance(stop, str) else list(stop) if roles.is_given(stop) and stop else []
        given = [_message(message) for message in messages]
        answer = begin(model, predictor, given, options, wanted, stops, extra_body)
        if roles.is_given(stream) and stream:
            wants_usage = bool(roles.is_given(stream_options) and stream_options and stream_options.get("include_usage"))
            return ChatStream(answer, _chunks(model, answer, wants_usage))
        return _completion(model, answer)


class ChatStream:
    """The chunks of an answer, as they come. `close`, or the end of a `with` block, ends it early."""

    def __init__(self, answer: Answer, chunks: Iterator[Any]) -> None:
        self._answer = answer
        self._chunks = chunks

    def __iter__(self) -> Iterator[Any]:
        return self._chunks

    def __next__(self) -> Any:
        return next(self._chunks)

    def close(self) -> None:
        """Ends the predictor, where it is still at work."""
        self._answer.close()

    def __enter__(self) -> ChatStream:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        self.close()


def begin(
    model: str,
    predictor: Predictor,
    messages: list[dict[str, str]],
    options: list[tuple[str, str, Any, Any]],
    wanted: int | None,
    stops: list[str],
    extra: dict[str, Any] | None,
) -> Answer:
    """Calls the predictor. `wanted` is the number of tokens that the answer may have, `stops` are texts that end it.

    Raises `ValueError` where it answers no messages, or takes none of the options.
    """
    main = roles.main_input(predictor, lambda parameter: roles.takes_messages(parameter["schema"]))
    if main is None or not _gives_text(predictor):
        raise roles.other_interface(model, "conversation")
    if not messages:
        raise ValueError("messages must not be empty")
    streams = predictor.manifest["returns"]["schema"]["type"] == "iterator"
    # A stream is cut here where the predictor itself does not end.
    limit = ("max_tokens", "MaxOutputTokens", wanted, wanted if streams else None)
    result = predictor(**roles.arguments(predictor, main, messages, [*options, limit], extra))
    is_heeded = roles.optional(predictor, "MaxOutputTokens", "max_tokens") is not None
    return Answer(predictor, result, wanted, is_heeded, [text for text in stops if text])


def text_of(content: Any) -> str:
    """The text of a message's content, which may be in parts."""
    if content is None or isinstance(content, str):
        return content or ""
    parts = [part if isinstance(part, dict) else part.model_dump() for part in content]
    if any(part.get("type") != "text" for part in parts):
        raise ValueError("the model takes text, and no other parts of a message")
    return "".join(part["text"] for part in parts)


def _gives_text(predictor: Predictor) -> bool:
    schema = predictor.manifest["returns"]["schema"]
    return bool(schema["type"] == "str" or (schema["type"] == "iterator" and schema["item"]["type"] == "str"))


def _message(message: Any) -> dict[str, str]:
    """A message as the predictor takes it."""
    fields = message if isinstance(message, dict) else message.model_dump()
    if fields.get("tool_calls"):
        raise ValueError("the model calls no tools")
    return {"role": fields["role"], "content": text_of(fields.get("content"))}


class Answer:
    """An answer in the making: iterates over its pieces, and knows afterwards how it ended."""

    def __init__(self, predictor: Predictor, result: Any, wanted: int | None, is_heeded: bool, stops: list[str]) -> None:
        self._predictor = predictor
        self._source = result
        self._wanted = wanted
        self._is_heeded = is_heeded
        self._stops = stops
        self.prompt_tokens = sum(predictor.token_counts())
        self.completion_tokens = 0
        self.finish_reason: Literal["stop", "length"] = "stop"

    def __iter__(self) -> Iterator[str]:
        held = ""
        for piece in self._pull():
            held += piece
            ends = [at for stop in self._stops if (at := held.find(stop)) >= 0]
            if ends:
                self.finish_reason = "stop"
                held = held[: min(ends)]
                break
            # What may begin a text that ends the answer is held back.
            kept = max(
                (size for stop in self._stops for size in range(1, len(stop)) if held.endswith(stop[:size])), default=0
            )
            ready, held = held[: len(held) - kept], held[len(held) - kept :]
            if ready:
                yield ready
        if held:
            yield held

    def _pull(self) -> Iterator[str]:
        if not isinstance(self._source, Stream):
            yield self._source
            return
        for piece in self._source:
            self.prompt_tokens += sum(self._predictor.token_counts())
            self.completion_tokens += 1
            if self.completion_tokens == self._wanted:
                self.finish_reason = "length"
            yield piece
            if self.completion_tokens == self._wanted and not self._is_heeded:
                self._source.close()
                return

    def close(self) -> None:
        """Ends the predictor, where it is still at work."""
        if isinstance(self._source, Stream):
            self._source.close()

    def usage(self) -> Any:
        from openai.types import CompletionUsage

        total = self.prompt_tokens + self.completion_tokens
        return CompletionUsage(
            prompt_tokens=self.prompt_tokens, completion_tokens=self.completion_tokens, total_tokens=total
        )


def _completion(model: str, answer: Answer) -> Any:
    from openai.types.chat import ChatCompletion, ChatCompletionMessage
    from openai.types.chat.chat_completion import Choice

    text = "".join(answer)
    message = ChatCompletionMessage(role="assistant", content=text)
    choice = Choice(index=0, message=message, finish_reason=answer.finish_reason, logprobs=None)
    return ChatCompletion(
        id=roles.new_id("chatcmpl-"),
        object="chat.completion",
        created=int(time.time()),
        model=model,
        choices=[choice],
        usage=answer.usage(),
    )


def _chunks(model: str, answer: Answer, wants_usage: bool) -> Iterator[Any]:
    from openai.types.chat import ChatCompletionChunk
    from openai.types.chat.chat_completion_chunk import Choice, ChoiceDelta

    id, created = roles.new_id("chatcmpl-"), int(time.time())

    def chunk(choices: list[Any], usage: Any = None) -> Any:
        return ChatCompletionChunk(
            id=id, object="chat.completion.chunk", created=created, model=model, choices=choices, usage=usage
        )

    yield chunk([Choice(index=0, delta=ChoiceDelta(role="assistant", content=""))])
    for piece in answer:
        yield chunk([Choice(index=0, delta=ChoiceDelta(content=piece))])
    yield chunk([Choice(index=0, delta=ChoiceDelta(), finish_reason=answer.finish_reason)])
    if wants_usage:
        yield chunk([], answer.usage())
