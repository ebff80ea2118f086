"""`client.audio`"""

from __future__ import annotations

import io
import os
import wave
from pathlib import Path
from typing import Any

from hotforge.openai import roles


class Audio:
    """Sound."""

    def __init__(self, find: roles.Find) -> None:
        self.speech = Speech(find)
        self.transcriptions = Transcriptions(find)


class Speech:
    """Text to sound."""

    def __init__(self, find: roles.Find) -> None:
        self._find = find

    def create(
        self,
        *,
        model: str,
        input: str,
        voice: str | None = None,
        response_format: str | None = None,
        speed: float | None = None,
        extra_body: dict[str, Any] | None = None,
        **_ignored: Any,
    ) -> Any:
        """The official package's binary answer: a WAV file, or with `response_format="pcm"` its samples alone."""
        predictor = self._find(model)
        main = roles.main_input(predictor, lambda parameter: roles.takes_text(parameter["schema"]))
        rate = (predictor.manifest["returns"].get("fields") or {}).get("sample_rate")
        if main is None or not roles.denotes(predictor, "Audio") or not isinstance(rate, int):
            raise roles.other_interface(model, "speech")
        wanted = response_format if roles.is_given(response_format) else "wav"
        if wanted not in ("wav", "pcm"):
            raise ValueError(f"sound is written as wav or pcm, not as {wanted!r}: set response_format")
        options: list[tuple[str, str, Any, Any]] = [
            # The API demands a voice; a model with one voice speaks with that.
            ("voice", "AudioVoice", voice, voice),
            ("speed", "AudioSpeed", speed, 1),
        ]
        samples = predictor(**roles.arguments(predictor, main, input, options, extra_body))
        pcm = _to_pcm(samples)
        if wanted == "pcm":
            return _binary(pcm, f"audio/pcm;rate={rate}")
        file = io.BytesIO()
        with wave.open(file, "wb") as sound:
            sound.setparams((1, 2, rate, len(pcm) // 2, "NONE", ""))
            sound.writeframes(pcm)
        return _binary(file.getvalue(), "audio/wav")


class Transcriptions:
    """Sound to text."""

    def __init__(self, find: roles.Find) -> None:
        self._find = find

    def create(
        self,
        *,
        model: str,
        file: Any,
        language: str | None = None,
        prompt: str | None = None,
        response_format: str | None = None,
        temperature: float | None = None,
        extra_body: dict[str, Any] | None = None,
        **_ignored: Any,
    ) -> Any:
        """`openai.types.audio.Transcription` of a WAV file: a path, bytes, an open file, or a tuple of a name and one of these."""
        from openai.types.audio import Transcription, TranscriptionVerbose

        predictor = self._find(model)

        def is_sound(parameter: dict[str, Any]) -> bool:
            schema = parameter["schema"]
            return parameter.get("denotation") == "Audio" and schema.get("dtype") in ("float32", "float64")

        main = roles.main_input(predictor, is_sound)
        described: dict[str, Any] = next((parameter for parameter in predictor.manifest["parameters"] if parameter["name"] == main), {})
        rate = (described.get("fields") or {}).get("sample_rate")
        if main is None or not isinstance(rate, int) or predictor.manifest["returns"]["schema"]["type"] != "str":
            raise roles.other_interface(model, "transcription")
        wanted = response_format if roles.is_given(response_format) else "json"
        if wanted not in ("json", "text", "verbose_json"):
            raise ValueError(f"what was heard is written as json, text or verbose_json, not as {wanted!r}")
        samples = _resampled(*_read_wave(file), rate).astype(described["schema"]["dtype"])
        options: list[tuple[str, str, Any, Any]] = [
            ("language", "TranscriptionLanguage", language, None),
            ("prompt", "TranscriptionPrompt", prompt, None),
            ("temperature", "SamplingTemperature", temperature, 0),
        ]
        text = predictor(**roles.arguments(predictor, main, samples, options, extra_body))
        if wanted == "text":
            return text
        if wanted == "json":
            return Transcription(text=text)
        spoken = language if roles.is_given(language) else ""
        return TranscriptionVerbose(text=text, language=spoken or "", duration=len(samples) / rate)


def _to_pcm(samples: Any) -> bytes:
    """16-bit samples in little-endian order."""
    import numpy

    samples = numpy.asarray(samples).squeeze()
    if samples.ndim > 1:
        raise RuntimeError(f"the predictor gave an array of shape {samples.shape}, which is no sound of one channel")
    if samples.dtype != numpy.int16:
        samples = numpy.round(numpy.clip(numpy.nan_to_num(samples), -1, 1) * 32767)
    pcm: bytes = samples.astype("<i2").tobytes()
    return pcm


def _binary(content: bytes, content_type: str) -> Any:
    """Bytes as the official package gives them."""
    import typing

    from openai import _legacy_response

    kind = _legacy_response.HttpxBinaryResponseContent
    response = typing.get_type_hints(kind.__init__)["response"]
    return kind(response(200, content=content, headers={"content-type": content_type}))


def _read_wave(file: Any) -> tuple[Any, int]:
    """The samples of a WAV file, several channels as their mean, and how many there are in a second."""
    import numpy

    if isinstance(file, tuple):
        file = file[1]
    if isinstance(file, str | os.PathLike):
        file = Path(file).read_bytes()
    source = io.BytesIO(file) if isinstance(file, bytes | bytearray) else file
    try:
        with wave.open(source) as sound:
            width, channels, rate = sound.getsampwidth(), sound.getnchannels(), sound.getframerate()
            frames = sound.readframes(sound.getnframes())
    except (wave.Error, EOFError) as error:
        raise ValueError(f"file: the sound cannot be read as WAV: {error}") from None
    if width == 1:
        samples: Any = (numpy.frombuffer(frames, numpy.uint8).astype(numpy.float32) - 128) / 128
    else:
        # Each sample is put into the upper bytes of 32 bits, whatever its width.
        spread = numpy.zeros((len(frames) // width, 4), numpy.uint8)
        spread[:, 4 - width :] = numpy.frombuffer(frames, numpy.uint8).reshape(-1, width)
        samples = spread.view("<i4")[:, 0].astype(numpy.float32) / numpy.float32(2**31)
    return samples.reshape(-1, channels).mean(axis=1), rate


def _resampled(samples: Any, rate: int, wanted: int) -> Any:
    """The same sound at another rate, by its spectrum."""
    import numpy

    if rate == wanted or len(samples) == 0:
        return samples
    count = -(-len(samples) * wanted // rate)
    spectrum = numpy.fft.rfft(samples)
    return numpy.fft.irfft(spectrum[: count // 2 + 1], count) * (count / len(samples))
