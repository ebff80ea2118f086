"""`hotforge.openai` gives what the official client gives over HTTP, in this process and in the official types."""

import asyncio
import base64
import io
import time
import wave

import numpy as np
import openai
import pytest

import hotforge
from hotforge.openai import AsyncOpenAI, OpenAI

MESSAGES = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "one two three"}]


@pytest.fixture(scope="module")
def client(predictors, embed):
    library = hotforge.load(predictors)
    return OpenAI(models={"bge-small": embed, **{name: library[name] for name in library.predictors}})


def valid(answer, kind):
    assert isinstance(answer, kind)
    return kind.model_validate(answer.model_dump(), strict=True)


def test_embeddings(client, embed):
    predictor = hotforge.load(embed)
    expected = predictor(["hello", "a longer text"])
    answer = client.embeddings.create(model="bge-small", input=["hello", "a longer text"])
    valid(answer, openai.types.CreateEmbeddingResponse)
    np.testing.assert_allclose([item.embedding for item in answer.data], expected, rtol=0, atol=1e-6)
    assert answer.usage.prompt_tokens == 3 + 5
    encoded = client.embeddings.create(model="bge-small", input="hello", encoding_format="base64").data[0].embedding
    np.testing.assert_allclose(np.frombuffer(base64.b64decode(encoded), "<f4"), predictor(["hello"])[0], rtol=0, atol=1e-6)
    query = client.embeddings.create(model="bge-small", input="hello", extra_body={"task": "query"})
    assert query.data[0].embedding != answer.data[0].embedding
    sized = client.embeddings.create(model="lengths", input=["abc", ""], dimensions=2)
    assert [item.embedding for item in sized.data] == [[3.0, 1.0], [0.0, 1.0]]


def test_embeddings_of_bad_input(client):
    for options, message in [
        ({"model": "none", "input": "a"}, "there is no model 'none'"),
        ({"model": "echo", "input": "a"}, "makes no embeddings"),
        ({"model": "bge-small", "input": []}, "input must be"),
        ({"model": "bge-small", "input": [1, 2]}, "input must be"),
        ({"model": "bge-small", "input": "a", "dimensions": 3}, "the model takes no dimensions"),
        ({"model": "bge-small", "input": "a", "encoding_format": "hex"}, "encoding_format"),
        ({"model": "lengths", "input": "fail"}, "asked to fail"),
    ]:
        with pytest.raises(ValueError, match=message):
            client.embeddings.create(**options)


def test_chat(client):
    create = client.chat.completions.create
    answer = valid(create(model="echo", messages=MESSAGES), openai.types.chat.ChatCompletion)
    assert answer.choices[0].message.content == "one two three" and answer.usage.completion_tokens == 3
    cut = create(model="echo", messages=MESSAGES, max_tokens=2).choices[0]
    assert (cut.message.content, cut.finish_reason) == ("one two", "length")
    cut = create(model="endless", messages=MESSAGES, max_completion_tokens=2).choices[0]
    assert (cut.message.content, cut.finish_reason) == ("2 3 ", "length")
    stopped = create(model="echo", messages=MESSAGES, stop="thr").choices[0]
    assert (stopped.message.content, stopped.finish_reason) == ("one two ", "stop")
    whole = create(model="whole", messages=[{"role": "user", "content": [{"type": "text", "text": "hi"}]}])
    assert whole.choices[0].message.content == "1 messages, the first from user"


def test_chat_as_it_comes(client):
    create = client.chat.completions.create
    stream = create(model="echo", messages=MESSAGES, stream=True, temperature=1.7, stream_options={"include_usage": True})
    chunks = [valid(chunk, openai.types.chat.ChatCompletionChunk) for chunk in stream]
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices) == "one two three hot!"
    assert chunks[-2].choices[0].finish_reason == "stop" and chunks[-1].usage.completion_tokens == 4
    with create(model="endless", messages=MESSAGES, stream=True) as endless:
        assert [next(endless).choices[0].delta.content for _ in range(3)] == ["", "2 ", "3 "]
    late = create(model="echo", messages=[{"role": "user", "content": "one fail"}], stream=True)
    with pytest.raises(ValueError, match="asked to fail"):
        list(late)


def test_chat_of_bad_input(client):
    for options, message in [
        ({"model": "echo", "messages": []}, "must not be empty"),
        ({"model": "whole", "messages": MESSAGES, "max_tokens": 5}, "takes no max_tokens"),
        ({"model": "whole", "messages": MESSAGES, "temperature": 0.5}, "takes no temperature"),
        ({"model": "echo", "messages": MESSAGES, "n": 2}, "one answer"),
        ({"model": "speak", "messages": MESSAGES}, "makes no conversation"),
        ({"model": "echo", "messages": [{"role": "user", "content": [{"type": "image_url"}]}]}, "takes text"),
    ]:
        with pytest.raises(ValueError, match=message):
            client.chat.completions.create(**options)
    assert client.chat.completions.create(model="whole", messages=MESSAGES, temperature=1, n=1, top_p=openai.NOT_GIVEN)


def test_audio(client, tmp_path):
    spoken = client.audio.speech.create(model="speak", input="hello", voice="high", speed=0.5)
    with wave.open(io.BytesIO(spoken.content)) as sound:
        assert (sound.getframerate(), sound.getnframes()) == (16000, 16000)
    heard = client.audio.transcriptions.create(model="transcribe", file=spoken.content, language="de")
    assert valid(heard, openai.types.audio.Transcription).text == "1.00 s of de, loudest 1.00"
    path = tmp_path / "stereo.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setparams((2, 3, 48000, 0, "NONE", ""))
        sound.writeframes(b"\0\0\x40" * 96_000)
    verbose = client.audio.transcriptions.create(model="transcribe", file=path, response_format="verbose_json")
    assert (verbose.text, verbose.duration) == ("1.00 s of en, loudest 0.50", 1.0)
    with pytest.raises(ValueError, match="cannot be read as WAV"):
        client.audio.transcriptions.create(model="transcribe", file=b"no sound")
    with pytest.raises(ValueError, match="wav or pcm"):
        client.audio.speech.create(model="speak", input="hello", response_format="mp3")


def test_images(client):
    answer = valid(client.images.generate(model="draw", prompt="four", n=2), openai.types.ImagesResponse)
    picture = base64.b64decode(answer.data[1].b64_json)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n") and picture[16:24] == b"\0\0\0\x04\0\0\0\x02"
    assert len(answer.data) == 2


def test_models(client):
    assert [model.id for model in client.models.list()][:2] == ["bge-small", "echo"]
    assert client.models.retrieve("echo").owned_by == "hotforge"


@pytest.fixture(scope="module")
def concurrent(predictors, embed):
    return AsyncOpenAI(models={"bge-small": embed, "many": predictors})


def test_without_holding_up_asyncio(concurrent):
    async def ask():
        embedded = concurrent.embeddings.create(model="bge-small", input=["hello"])
        answered = concurrent.chat.completions.create(model="many/echo", messages=MESSAGES)
        spoken = concurrent.audio.speech.create(model="many/speak", input="hi", voice="low", response_format="wav")
        drawn = concurrent.images.generate(model="many/draw", prompt="wide")
        return await asyncio.gather(embedded, answered, spoken, drawn)

    embedded, answered, spoken, drawn = asyncio.run(ask())
    assert len(valid(embedded, openai.types.CreateEmbeddingResponse).data[0].embedding) == 384
    assert valid(answered, openai.types.chat.ChatCompletion).choices[0].message.content == "one two three"
    assert spoken.content[:4] == b"RIFF" and drawn.data[0].b64_json
    with pytest.raises(ValueError, match="there is no model 'none'"):
        asyncio.run(concurrent.embeddings.create(model="none", input="a"))


def test_a_stream_for_asyncio(concurrent):
    async def ask():
        stream = await concurrent.chat.completions.create(model="many/echo", messages=MESSAGES, stream=True)
        said = [chunk.choices[0].delta.content async for chunk in stream]
        async with await concurrent.chat.completions.create(model="many/endless", messages=MESSAGES, stream=True) as endless:
            first = [await anext(endless) for _ in range(3)]
        return said, first, [chunk async for chunk in endless]

    said, first, rest = asyncio.run(ask())
    assert said == ["", "one", " two", " three", None]
    assert [chunk.choices[0].delta.content for chunk in first] == ["", "2 ", "3 "]
    assert [chunk.choices[0].finish_reason for chunk in rest] == ["stop"]


def test_a_task_that_is_cancelled_cancels_its_call(concurrent):
    async def ask():
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(concurrent.chat.completions.create(model="many/endless", messages=MESSAGES), 0.5)

    started = time.monotonic()
    # The end of `run` waits for the threads.
    asyncio.run(ask())
    assert time.monotonic() - started < 30
