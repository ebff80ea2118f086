"""Arrays of samples in WAV files: every type that scipy reads, and files that are broken."""

import struct
from io import BytesIO

import numpy as np
import numpy.typing as npt
from scipy.io import wavfile

from hotforge import compile


@compile()
def described(data: bytes) -> tuple[int, str, tuple[int, ...], list[float], int]:
    file = BytesIO(data)
    rate, samples = wavfile.read(file)
    return rate, str(samples.dtype), samples.shape, samples.ravel().astype(np.float64).tolist(), file.tell()


@compile()
def prepared(data: bytes) -> tuple[int, npt.NDArray[np.float32]]:
    """As a front end does."""
    rate, samples = wavfile.read(BytesIO(data))
    mono = samples.astype(np.float32).reshape(len(samples), -1).mean(axis=1)
    return rate, mono / np.float32(32768)


@compile()
def from_within(data: bytes, start: int) -> int:
    file = BytesIO(data)
    file.seek(start)
    rate, samples = wavfile.read(file)
    return rate * 1000 + len(samples)


@compile()
def written_shorts(samples: npt.NDArray[np.int16], rate: int) -> bytes:
    file = BytesIO()
    wavfile.write(file, rate, samples)
    return file.read()


@compile()
def written(samples: npt.NDArray[np.float64], rate: int) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    doubles, singles, ints, longs, small = BytesIO(), BytesIO(b"there was more, longer than what is written" * 9), BytesIO(), BytesIO(), BytesIO()
    wavfile.write(doubles, rate, samples)
    wavfile.write(singles, rate, samples.astype(np.float32)[::-1])
    wavfile.write(ints, rate, samples.astype(np.int32))
    wavfile.write(longs, rate, data=samples.astype(np.int64))
    wavfile.write(small, rate, samples.astype(np.uint8))
    return doubles.getvalue(), singles.getvalue(), ints.getvalue(), longs.getvalue(), small.getvalue()


@compile()
def not_written(samples: npt.NDArray[np.int64], which: int) -> int:
    file = BytesIO()
    if which == 0:
        wavfile.write(file, 8000, samples.astype(np.uint16))
    elif which == 1:
        wavfile.write(file, 8000, samples > 0)
    else:
        wavfile.write(file, 8000, samples.reshape(()))
    return len(file.getvalue())


@compile()
def there_and_back(samples: npt.NDArray[np.int16]) -> bool:
    file = BytesIO()
    wavfile.write(file, 16000, samples)
    rate, same = wavfile.read(file)
    return rate == 16000 and same.shape == samples.shape and bool((same.astype(np.int64) == samples).all())


def file(samples: np.ndarray) -> bytes:
    """A file that scipy writes."""
    result = BytesIO()
    wavfile.write(result, 22050, samples)
    return result.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def raw(tag: int, channels: int, block: int, bits: int, data: bytes, extra: bytes = b"", rate: int = 8000, before: bytes = b"", after: bytes = b"") -> bytes:
    """A file as other programs write it."""
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, bits) + extra
    body = b"WAVE" + before + chunk(b"fmt ", form) + chunk(b"data", data) + after
    return b"RIFF" + struct.pack("<I", len(body)) + body


GUID = b"\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"
numbers = np.array([0.0, 1.0, -1.0, 0.5, 77.0, -100.0])
bytes_ = bytes(range(250, 256)) + bytes(range(18))
ramp = np.arange(-6, 6)
whole = file(ramp.astype(np.int16))
broken = [whole[:length] for length in (0, 3, 4, 6, 8, 11, 12, 14, 18, 20, 30, 36, 38, 43, 44, 45, 47)]
FILES = [
    *[file(ramp.astype(dtype).reshape(shape)) for dtype in (np.int16, np.int32, np.int64, np.uint8, np.float32, np.float64) for shape in ((-1,), (-1, 2), (-1, 3), (-1, 1))],
    file(np.array([], dtype=np.int16)),
    raw(1, 1, 3, 24, bytes_),
    raw(1, 2, 6, 20, bytes_),
    raw(1, 2, 6, 24, bytes_[:9]),
    raw(1, 1, 3, 24, bytes_[:8]),
    raw(1, 1, 5, 40, bytes_[:20]),
    raw(1, 1, 6, 48, bytes_),
    raw(1, 2, 14, 56, bytes_[:14]),
    raw(1, 1, 2, 12, bytes_),
    raw(1, 2, 8, 20, bytes_),
    raw(1, 1, 1, 4, bytes_),
    raw(1, 1, 2, 8, bytes_),
    raw(1, 1, 2, 16, bytes_[:5]),
    raw(1, 2, 4, 16, bytes_[:6]),
    raw(1, 1, 9, 72, bytes_),
    raw(3, 1, 4, 24, bytes_),
    raw(3, 1, 4, 32, numbers.astype(np.float32).tobytes(), b"\0\0", before=chunk(b"LIST", b"odd"), after=chunk(b"what", b"12345")),
    raw(0xFFFE, 1, 4, 32, numbers.astype(np.float32).tobytes(), struct.pack("<HHII", 22, 32, 0, 3) + GUID),
    raw(0xFFFE, 2, 4, 16, bytes_, struct.pack("<HHII", 22, 16, 3, 1) + GUID),
    raw(0xFFFE, 1, 2, 16, bytes_, struct.pack("<H", 4) + b"abcd"),
    raw(0xFFFE, 1, 2, 16, bytes_, struct.pack("<HHII", 22, 16, 3, 1) + b"another identity"[:12]),
    raw(0xFFFE, 1, 2, 16, bytes_),
    raw(7, 1, 1, 8, bytes_),
    raw(0x11, 1, 1, 8, bytes_),
    raw(0x1234, 1, 1, 8, bytes_),
    raw(1, 0, 2, 16, bytes_),
    raw(1, 4, 2, 16, bytes_),
    whole[:28] + b"\1\0\0\0" + whole[32:],
    b"RIFF" + struct.pack("<I", 4) + b"WAVE",
    b"RIFF" + struct.pack("<I", 4 + 24) + b"WAVE" + whole[12:36],
    b"RIFF" + struct.pack("<I", 4 + 24) + b"WAVE" + whole[36:],
    b"RIFF\0\0\0\0AVI " + whole[12:],
    b"FORM" + whole[4:],
    whole[:4] + b"\xff\xff\xff\x7f" + whole[8:],
    b"RF64\xff\xff\xff\xffWAVEds64" + struct.pack("<IQQQI", 28, len(whole) + 28, 24, 12, 0) + whole[12:36] + b"data\xff\xff\xff\xff" + whole[44:],
    b"RF64\xff\xff\xff\xffWAVEdata" + whole[12:],
    *broken,
]

CASES = {
    "described": [(data,) for data in FILES],
    "prepared": [(data,) for data in FILES[:24]],
    "from_within": [(whole, 0), (b"12" + whole, 2), (b"12" + whole, 1), (whole, 44)],
    "written_shorts": [(ramp.astype(np.int16).reshape(shape), rate) for shape in [(-1,), (-1, 2), (2, 3, 2), (4, -1)] for rate in (16000, 0, 2**32 - 1, 2**32, -1)] + [(ramp[:0].astype(np.int16), 8000), (np.zeros((2, 70000), dtype=np.int16), 8000)],
    "written": [(numbers, 44100), (numbers.reshape(3, 2), 8000), (numbers[:0], 1), (numbers, 2**31)],
    "not_written": [(np.array([5]), 0), (np.array([5]), 1), (np.array([5]), 2)],
    "there_and_back": [(ramp.astype(np.int16),), (ramp.astype(np.int16).reshape(-1, 2),), (ramp.astype(np.int16)[::-2],)],
}
