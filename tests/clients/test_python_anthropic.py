"""`hotforge.anthropic` gives what the official client gives over HTTP, in this process and in the official types."""

import asyncio

import anthropic
import pytest

import hotforge
from hotforge.anthropic import Anthropic, AsyncAnthropic

ASKED = {"model": "echo", "max_tokens": 50, "messages": [{"role": "user", "content": "one two three"}]}


@pytest.fixture(scope="module")
def client(predictors):
    library = hotforge.load(predictors)
    return Anthropic(models={name: library[name] for name in library.predictors})


def valid(answer, kind):
    assert isinstance(answer, kind)
    return kind.model_validate(answer.model_dump(), strict=True)


def test_messages(client):
    answer = valid(client.messages.create(**ASKED), anthropic.types.Message)
    assert (answer.content[0].text, answer.stop_reason) == ("one two three", "end_turn")
    cut = client.messages.create(**{**ASKED, "max_tokens": 2})
    assert (cut.content[0].text, cut.stop_reason, cut.usage.output_tokens) == ("one two", "max_tokens", 2)
    stopped = client.messages.create(**ASKED, stop_sequences=["thr"], temperature=2.0)
    assert (stopped.content[0].text, stopped.stop_reason) == ("one two ", "end_turn")
    parts = [{"type": "text", "text": "a "}, {"type": "text", "text": "b"}]
    assert client.messages.create(**{**ASKED, "messages": [{"role": "user", "content": parts}]}).content[0].text == "a b"
    whole = client.messages.create(**{**ASKED, "model": "whole"}, system="Be brief.")
    assert whole.content[0].text == "2 messages, the first from system"


def test_messages_as_they_come(client):
    events = list(client.messages.create(**ASKED, stream=True))
    assert [event.type for event in events] == [
        "message_start", "content_block_start", *["content_block_delta"] * 3, "content_block_stop", "message_delta", "message_stop",
    ]  # fmt: skip
    for event in events:
        valid(event, type(event))
    with client.messages.stream(**ASKED) as stream:
        assert list(stream.text_stream) == ["one", " two", " three"]
        final = valid(stream.get_final_message(), anthropic.types.Message)
    assert (final.content[0].text, final.usage.output_tokens) == ("one two three", 3)
    with client.messages.stream(**{**ASKED, "model": "endless"}) as stream:
        assert next(stream.text_stream) == "1 "
    assert list(stream.text_stream) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"model": "none"}, "there is no model 'none'; there are echo"),
        ({"model": "speak"}, "makes no conversation"),
        ({"messages": []}, "messages must not be empty"),
        ({"messages": [{"role": "user", "content": "fail"}]}, "asked to fail"),
        ({"messages": [{"role": "tool", "content": "a"}]}, "user or assistant, not 'tool'"),
        ({"messages": [{"role": "user", "content": [{"type": "image"}]}]}, "takes text"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"tools": [{"name": "f"}]}, "calls no tools"),
        ({"top_p": 0.5}, "takes no top_p"),
    ],
)
def test_what_makes_no_sense(client, options, message):
    with pytest.raises(ValueError, match=message):
        client.messages.create(**{**ASKED, **options})


def test_messages_for_asyncio(predictors):
    client = AsyncAnthropic(models={"many": predictors})
    asked = {**ASKED, "model": "many/echo"}

    async def ask():
        whole = await client.messages.create(**asked)
        events = [event.type async for event in await client.messages.create(**asked, stream=True)]
        async with client.messages.stream(**asked) as stream:
            texts = [text async for text in stream.text_stream]
            final = await stream.get_final_message()
        async with client.messages.stream(**{**asked, "model": "many/endless"}) as endless:
            first = await anext(endless.text_stream)
        return whole, events, texts, final, first

    whole, events, texts, final, first = asyncio.run(ask())
    assert valid(whole, anthropic.types.Message).content[0].text == "one two three"
    assert (events[0], events[-1], len(events)) == ("message_start", "message_stop", 8)
    assert (texts, final.content[0].text, first) == (["one", " two", " three"], "one two three", "1 ")
