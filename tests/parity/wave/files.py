"""WAV files in memory: written and read again, read from nasty bytes, and what the samples are as an array."""

import io
import struct
import wave

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def written(samples: bytes, channels: int, width: int, rate: float) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(width)
        out.setframerate(rate)
        out.writeframes(samples)
        out.writeframesraw(samples)
    return file.getvalue()


@compile()
def by_params(samples: bytes, frames: int) -> tuple[bytes, int, tuple[int, int, int, int, str, str]]:
    file = io.BytesIO()
    out = wave.open(file, "wb")
    out.setparams((2, 2, 16000, frames, "NONE", "not compressed"))
    out.writeframes(samples)
    channels, width, rate, count = out.getparams()[:4]
    out.close()
    return file.getvalue(), out.tell(), (channels, width, rate, count, out.getparams()[4], out.getparams()[5])


@compile()
def read(data: bytes, count: int) -> tuple[int, int, int, int, bytes, int, bytes]:
    with wave.open(io.BytesIO(data)) as file:
        first = file.readframes(count)
        place = file.tell()
        return file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes(), first, place, file.readframes(-1)


@compile()
def positions(data: bytes, place: int) -> tuple[bytes, bytes, int]:
    file = wave.open(io.BytesIO(data), "rb")
    file.setpos(place)
    first = file.readframes(2)
    file.rewind()
    return first, file.readframes(1), file.tell()


@compile()
def samples(data: bytes) -> npt.NDArray[np.float32]:
    with wave.open(io.BytesIO(data), "rb") as file:
        frames = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
        channels = file.getnchannels()
    return frames.reshape(-1, channels).astype(np.float32).mean(axis=1) / 32768


@compile()
def unset(step: int) -> int:
    file = io.BytesIO()
    out = wave.open(file, "wb")
    if step > 0:
        out.setnchannels(step)
    if step > 1:
        out.setsampwidth(step)
    out.writeframes(b"ab")
    return out.getnframes()


def chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<L", len(data)) + data + b"\0" * (len(data) % 2)


def riff(*chunks: bytes) -> bytes:
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<L", len(body)) + body


def form(tag: int, channels: int, rate: int, bits: int) -> bytes:
    return chunk(b"fmt ", struct.pack("<HHLLHH", tag, channels, rate, 0, 0, bits))


SOUND = struct.pack("<12h", 0, 1, -1, 32767, -32768, 5, 6, 7, 8, 9, 10, 11)
MONO = riff(form(1, 1, 8000, 16), chunk(b"data", SOUND))
STEREO = riff(form(1, 2, 44100, 16), chunk(b"LIST", b"odd"), chunk(b"data", SOUND), chunk(b"junk", b""))
FILES = [
    MONO,
    STEREO,
    riff(form(1, 3, 1, 24), chunk(b"data", b"123456789abcdefghi")),
    riff(form(1, 1, 1, 5), chunk(b"data", b"odd")),
    riff(form(3, 1, 8000, 32), chunk(b"data", SOUND)),
    riff(form(65534, 1, 8000, 16), chunk(b"data", SOUND)),
    riff(form(1, 0, 8000, 16), chunk(b"data", SOUND)),
    riff(form(1, 1, 8000, 0), chunk(b"data", SOUND)),
    riff(chunk(b"data", SOUND), form(1, 1, 8000, 16)),
    riff(form(1, 1, 8000, 16)),
    riff(chunk(b"fmt ", b"short"), chunk(b"data", SOUND)),
    riff(form(1, 1, 8000, 16), b"LIST" + struct.pack("<L", 999)),
    MONO[:-5],
    MONO[:40],
    b"RIFX" + MONO[4:],
    b"RIFF" + MONO[4:8] + b"AVI " + MONO[12:],
    b"RIFF" + struct.pack("<L", 0) + MONO[8:],
    b"RIFF",
    b"",
]

CASES = {
    "written": [(data, channels, width, rate) for data in [b"", b"12345678", b"123"] for channels in [0, 1, 2] for width in [1, 2, 5] for rate in [0.0, 8000.5, 44100.0]],
    "by_params": [(data, frames) for data in [b"", SOUND] for frames in [0, 3, 99]],
    "read": [(data, count) for data in FILES for count in [0, 1, 5, -1, 999]],
    "positions": [(data, place) for data in [MONO, STEREO, MONO[:-5]] for place in [-1, 0, 1, 5, 11, 12, 13]],
    "samples": [(MONO,), (STEREO,)],
    "unset": [(0,), (1,), (2,)],
}
