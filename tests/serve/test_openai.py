"""The official Python clients of OpenAI and Anthropic, as they are, against the server."""

import base64
import io
import math
import struct
import wave

import anthropic
import numpy as np
import openai
import PIL.Image
import pytest
from server import KEY

import hotforge

TEXTS = ["a small fox", "what is the tallest mountain on earth, and how long does it take to climb", ""]


@pytest.fixture(scope="module")
def embed(bundles):
    return hotforge.load(bundles["embed"])


def valid(answer):
    """The answer, held against the types of the official package, which the client itself does not check."""
    return type(answer).model_validate(answer.model_dump(), strict=True)


@pytest.mark.parametrize("encoding", [None, "float", "base64"])
def test_embeddings_are_those_of_the_predictor(client, embed, encoding):
    options = {} if encoding is None else {"encoding_format": encoding}
    answer = client.embeddings.create(model="bge-small", input=TEXTS, **options)
    vectors = [item.embedding for item in answer.data]
    if encoding == "base64":
        vectors = [np.frombuffer(base64.b64decode(vector), "<f4") for vector in vectors]
    else:
        valid(answer)
    np.testing.assert_allclose(np.array(vectors), embed(TEXTS), rtol=0, atol=1e-5)
    assert [item.index for item in answer.data] == [0, 1, 2]
    assert answer.model == "bge-small" and answer.object == "list"


def test_usage_is_what_the_tokenizer_counts(client):
    from tokenizers import Tokenizer
    from server import REPOSITORY

    tokenizer = Tokenizer.from_file(str(REPOSITORY / "models" / "bge-small-en" / "tokenizer.json"))
    tokenizer.no_padding()
    expected = sum(len(encoding.ids) for encoding in tokenizer.encode_batch(TEXTS))
    usage = client.embeddings.create(model="bge-small", input=TEXTS).usage
    assert (usage.prompt_tokens, usage.total_tokens) == (expected, expected)


def test_parameters_of_the_predictor_are_extra_fields(client, embed):
    answer = client.embeddings.create(model="bge-small", input="hi", extra_body={"task": "query"})
    np.testing.assert_allclose(answer.data[0].embedding, embed(["hi"], task="query")[0], rtol=0, atol=1e-5)
    with pytest.raises(openai.BadRequestError, match="'query' or 'document'|query") as raised:
        client.embeddings.create(model="bge-small", input="hi", extra_body={"task": "neither"})
    assert raised.value.body["exception"]["type"] == "ValueError"


def test_dimensions_are_a_parameter_by_its_denotation(client):
    answer = client.embeddings.create(model="lengths", input=["abc", ""], dimensions=3)
    assert [item.embedding for item in answer.data] == [[3.0, 1.0, 1.0], [0.0, 1.0, 1.0]]
    with pytest.raises(openai.BadRequestError) as raised:
        client.embeddings.create(model="bge-small", input="hi", dimensions=3)
    assert (raised.value.code, raised.value.param) == ("unsupported_parameter", "dimensions")


MESSAGES = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "one two three"}]


def test_chat_at_once(client):
    answer = valid(client.chat.completions.create(model="echo", messages=MESSAGES))
    assert answer.choices[0].message.content == "one two three"
    assert answer.choices[0].finish_reason == "stop"
    assert answer.usage.completion_tokens == 3
    answer = client.chat.completions.create(model="whole", messages=MESSAGES)
    assert answer.choices[0].message.content == "2 messages, the first from system"


def test_chat_as_it_comes(client):
    options = {"stream_options": {"include_usage": True}, "temperature": 1.7}
    stream = client.chat.completions.create(model="echo", messages=MESSAGES, stream=True, **options)
    chunks = [valid(chunk) for chunk in stream]
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices) == "one two three hot!"
    assert chunks[0].choices[0].delta.role == "assistant"
    assert [chunk.choices[0].finish_reason for chunk in chunks[-2:] if chunk.choices] == ["stop"]
    assert chunks[-1].choices == [] and chunks[-1].usage.completion_tokens == 4
    assert len({chunk.id for chunk in chunks}) == 1


def test_chat_is_cut_where_it_is_wanted(client):
    cut = client.chat.completions.create(model="echo", messages=MESSAGES, max_tokens=2)
    assert (cut.choices[0].message.content, cut.choices[0].finish_reason) == ("one two", "length")
    stopped = client.chat.completions.create(model="echo", messages=MESSAGES, stop=["thr"])
    assert (stopped.choices[0].message.content, stopped.choices[0].finish_reason) == ("one two ", "stop")
    endless = client.chat.completions.create(model="endless", messages=MESSAGES, max_completion_tokens=3)
    assert endless.choices[0].message.content == "2 3 4 "


def test_what_the_predictor_raises_is_told(client):
    failing = [{"role": "user", "content": "fail"}]
    for stream in (False, True):
        with pytest.raises(openai.BadRequestError, match="ValueError: asked to fail") as raised:
            client.chat.completions.create(model="echo", messages=failing, stream=stream)
        frame = raised.value.body["exception"]["traceback"][-1]
        assert frame["function"] == "echo" and frame["line"] > 1
    late = client.chat.completions.create(
        model="echo", messages=[{"role": "user", "content": "one fail"}], stream=True
    )
    with pytest.raises(openai.APIError, match="asked to fail"):
        list(late)


def test_speech_and_transcription(client):
    spoken = client.audio.speech.create(model="speak", input="hello", voice="high", response_format="wav", speed=0.5)
    with wave.open(io.BytesIO(spoken.content)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getnframes()) == (16000, 1, 16000)
    raw = client.audio.speech.create(model="speak", input="hello", voice="low", response_format="pcm").content
    assert struct.unpack_from("<2h", raw)[1] == round(math.sin(220 * 2 * 3.14159265 / 16000) * 32767)
    heard = valid(client.audio.transcriptions.create(model="transcribe", file=("hello.wav", spoken.content), language="de"))
    assert heard.text == "1.00 s of de, loudest 1.00"
    verbose = client.audio.transcriptions.create(
        model="transcribe", file=("hello.wav", spoken.content), response_format="verbose_json"
    )
    assert verbose.duration == 1.0
    for format in ("mp3", "opus", "aac", "flac"):
        with pytest.raises(openai.BadRequestError, match=f"wav or pcm, not as .{format}"):
            client.audio.speech.create(model="speak", input="hello", voice="low", response_format=format)
    with pytest.raises(openai.BadRequestError, match="file"):
        client.audio.transcriptions.create(model="transcribe", file=("hello.wav", b"no sound"))


def test_pictures(client):
    answer = valid(client.images.generate(model="draw", prompt="wide", n=2))
    pictures = [PIL.Image.open(io.BytesIO(base64.b64decode(image.b64_json))) for image in answer.data]
    assert [(picture.format, picture.mode, picture.size) for picture in pictures] == [("PNG", "RGB", (4, 2))] * 2
    assert pictures[0].getpixel((3, 1)) == (200, 200, 200)
    for options in ({"response_format": "url"}, {"size": "1024x1024"}, {"n": 11}):
        with pytest.raises(openai.BadRequestError, match=next(iter(options))):
            client.images.generate(model="draw", prompt="wide", **options)


def test_models(client):
    models = [valid(model) for model in client.models.list()]
    assert {"bge-small", "echo", "speak"} <= {model.id for model in models}
    assert client.models.retrieve("bge-small").id == "bge-small"
    with pytest.raises(openai.NotFoundError, match="there are bge-small, echo"):
        client.models.retrieve("gpt-5")
    with pytest.raises(openai.BadRequestError, match="/v1/audio/speech"):
        client.embeddings.create(model="speak", input="hi")


def test_asynchronous_client(server, embed):
    import asyncio

    async def ask():
        async with openai.AsyncOpenAI(base_url=f"{server.url}/v1", api_key=KEY) as client:
            asked = [client.embeddings.create(model="bge-small", input=[f"text {index}"]) for index in range(40)]
            return [answer.data[0].embedding for answer in await asyncio.gather(*asked)]

    # Not those of one call of all: a quantised model scales by the whole batch, so nobody's company may change an answer.
    expected = np.concatenate([embed([f"text {index}"]) for index in range(40)])
    np.testing.assert_allclose(np.array(asyncio.run(ask())), expected, rtol=0, atol=1e-5)


def test_one_bad_text_fails_alone(server):
    import asyncio

    async def ask():
        async with openai.AsyncOpenAI(base_url=f"{server.url}/v1", api_key=KEY, max_retries=0) as client:
            texts = ["fail" if index % 5 == 0 else "x" * index for index in range(30)]
            asked = [client.embeddings.create(model="lengths", input=text) for text in texts]
            return await asyncio.gather(*asked, return_exceptions=True)

    for index, answer in enumerate(asyncio.run(ask())):
        if index % 5 == 0:
            assert isinstance(answer, openai.BadRequestError)
        else:
            assert answer.data[0].embedding[0] == index


def test_messages_of_anthropic(server):
    client = anthropic.Anthropic(base_url=server.url, api_key=KEY, max_retries=0)
    asked = {"model": "echo", "max_tokens": 2, "messages": [{"role": "user", "content": "one two three"}]}
    answer = valid(client.messages.create(**asked))
    assert (answer.content[0].text, answer.stop_reason, answer.usage.output_tokens) == ("one two", "max_tokens", 2)
    with client.messages.stream(**{**asked, "max_tokens": 50}, system="Be brief.") as stream:
        assert list(stream.text_stream) == ["one", " two", " three"]
        assert stream.get_final_message().stop_reason == "end_turn"
    with pytest.raises(anthropic.BadRequestError, match="asked to fail"):
        client.messages.create(**{**asked, "messages": [{"role": "user", "content": "fail"}]})
    with pytest.raises(anthropic.AuthenticationError):
        anthropic.Anthropic(base_url=server.url, api_key="sk-none").messages.create(**asked)
