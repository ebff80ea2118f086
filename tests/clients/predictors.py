"""Predictors that the tests of clients call: one for each interface of OpenAI's API, and some that go wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from hotforge import Parameter, compile


@compile()
def echo(
    messages: list[dict[str, str]],
    temperature: Annotated[float, Parameter.SamplingTemperature()] = 1.0,
    max_tokens: Annotated[int, Parameter.MaxOutputTokens()] = 1000,
) -> Iterator[str]:
    """Says the last message again, a word at a time."""
    said = 0
    for word in messages[-1]["content"].split():
        if word == "fail":
            raise ValueError("asked to fail")
        if said == max_tokens:
            return
        yield word if said == 0 else " " + word
        said += 1
    if temperature > 1.5:
        yield " hot!"


@compile()
def endless(messages: list[dict[str, str]]) -> Iterator[str]:
    """Counts and never ends."""
    number = len(messages)
    while True:
        yield str(number) + " "
        number += 1


@compile()
def whole(messages: list[dict[str, str]]) -> str:
    """Answers at once."""
    return f"{len(messages)} messages, the first from {messages[0]['role']}"


@compile()
def speak(
    text: Annotated[str, Parameter.Text()],
    voice: Annotated[Literal["low", "high"], Parameter.AudioVoice()] = "low",
    speed: Annotated[float, Parameter.AudioSpeed()] = 1.0,
) -> Annotated[np.ndarray, Parameter.Audio(sample_rate=16000)]:
    """A tone, a tenth of a second for each letter."""
    pitch = 220.0 if voice == "low" else 440.0
    count = int(len(text) * 1600 / speed)
    return np.sin(np.arange(count).astype(np.float32) * np.float32(pitch * 2.0 * 3.14159265 / 16000.0)).astype(np.float32)


@compile()
def transcribe(
    audio: Annotated[np.ndarray[tuple[int], np.dtype[np.float32]], Parameter.Audio(sample_rate=16000)],
    language: Annotated[str, Parameter.TranscriptionLanguage()] = "en",
) -> str:
    """Says how much it heard."""
    return f"{len(audio) / 16000:.2f} s of {language}, loudest {np.max(np.abs(audio)):.2f}"


@compile()
def lengths(texts: list[str], size: Annotated[int, Parameter.EmbeddingDims()] = 4) -> Annotated[
    np.ndarray, Parameter.Embedding(batch=8)
]:
    """Vectors of a size of one's choice: the length of the text, then ones."""
    if "fail" in texts:
        raise ValueError("asked to fail")
    rows = [[float(len(text))] + [1.0] * (size - 1) for text in texts]
    return np.array(rows, dtype=np.float32)


@compile()
def draw(prompt: str) -> Annotated[np.ndarray, Parameter.Image()]:
    """A picture two rows high, as wide as the text is long."""
    return np.full((2, len(prompt), 3), 200, dtype=np.uint8)


@dataclass
class Point:
    x: float
    y: float


@compile()
def everything(
    flag: bool, number: int, real: float, text: str, data: bytes, point: Point, table: dict[str, list[int]], either: int | str | None = None
) -> tuple[bool, int, float, str, bytes, Point, dict[str, list[int]], int | str | None]:
    """Gives back what it is given."""
    return flag, number, real, text, data, point, table, either


@compile()
def double(values: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> np.ndarray:
    """Twice as much."""
    return values * 2.0


@compile()
def fill(values: np.ndarray[tuple[int], np.dtype[np.float64]], with_: float) -> float:
    """Writes into what it is given."""
    values[0] = with_
    return float(values.sum())


@compile()
def divide(a: int, b: int) -> float:
    """Raises where `b` is 0."""
    return a / b


@compile()
def slow(seconds: float) -> float:
    """Works for about so long."""
    total = 0.0
    for _ in range(int(seconds * 100_000_000)):
        total = total * 0.5 + 1.0
    return total


@compile()
def spin(rounds: int) -> int:
    """Works in a loop that runs no model: without end where `rounds` is negative."""
    number, done = 7, 0
    while done != rounds:
        number = (number * 48271) % 2147483647
        done += 1
    return number


@compile()
def spin_nested(rows: int) -> int:
    """As `spin`, in loops over numbers: only the outer one asks whether the call was ended."""
    total = 0
    for row in range(rows):
        for column in range(1000):
            total = (total + row * column) % 1000003
    return total


@compile()
def spin_guarded(rounds: int) -> str:
    """As `spin`, and tells how it ended."""
    try:
        done = 0
        while done != rounds:
            done = (done + 1) % 1000000007
    except Exception:
        return "Exception"
    except BaseException:
        return "BaseException"
    return "done"


@compile()
def spin_between(count: int) -> Iterator[int]:
    """Gives so many numbers, then works without end."""
    for number in range(count):
        yield number
    number = 1
    while True:
        number = (number * 48271) % 2147483647
