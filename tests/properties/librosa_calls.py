"""The rows of librosa. What it gives is recorded, so that no run of the tests has to install it."""

from __future__ import annotations

import io
import struct

import numpy as np
from calls import Input, Table, array_annotation, flag, integer, number

#: How many generated cases each row has.
CASES = 40
#: Of results in double precision: sums in another order.
CLOSE = 1e-9

HEADER = """\
import io
from typing import Literal

import librosa
import numpy as np

from hotforge import compile


"""
TABLE = Table("librosa", HEADER, CASES, recorded="librosa")
row = TABLE.row


def sound(least: int = 0, most: int = 80, dtype: str = "float32") -> Input:
    """A tone in noise; rarely a sample is not finite."""

    def make(rng: np.random.Generator) -> np.ndarray:
        length = int(rng.integers(least, most))
        found = np.sin(np.arange(length) * rng.uniform(0.05, 2)) + rng.normal(0, 0.1, length)
        if length and rng.random() < 0.03:
            found[int(rng.integers(0, length))] = np.inf
        return found.astype(dtype)

    return Input(array_annotation(dtype, "int"), make)


def spectrum(rows: int, dtype: str = "float32", least: float = 0.0) -> Input:
    """Powers: a column for each piece."""
    return Input(array_annotation(dtype, "int", "int"), lambda rng: rng.uniform(least, 9, (rows, int(rng.integers(1, 7)))).astype(dtype))


def wav() -> Input:
    """A WAV file."""

    def make(rng: np.random.Generator) -> bytes:
        channels, count = int(rng.integers(1, 4)), int(rng.integers(0, 20))
        tag, width = [(1, 1), (1, 2), (1, 3), (1, 4), (3, 4), (3, 8)][int(rng.integers(0, 6))]
        if tag == 3:
            data = rng.normal(size=channels * count).astype(f"<f{width}").tobytes()
        else:
            data = rng.bytes(channels * count * width)
        rate = int(rng.integers(1, 50000))
        form = struct.pack("<HHIIHH", tag, channels, rate, rate * channels * width, channels * width, width * 8)
        body = io.BytesIO()
        body.write(b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2))
        return b"RIFF" + struct.pack("<I", len(body.getvalue())) + body.getvalue()

    return Input("bytes", make)


# Transforms have numbers near zero: what is compared is moved away from it.
row("stft", "z.shape, z.real + 9, z.imag + 9", 1e-5, before="z = librosa.stft(y, n_fft=n, hop_length=h)", y=sound(), n=integer(8, 24), h=integer(0, 40))
row("stft", "z.shape, z.real + 9, z.imag + 9", 1e-5, before="z = librosa.stft(y, n_fft=32, hop_length=16, win_length=w, window='hamming', center=c)", y=sound(40), w=integer(1, 33), c=flag())
row("stft", "z.shape, z.real + 9, z.imag + 9", CLOSE, before="z = librosa.stft(y, n_fft=n, window='boxcar', center=False)", y=sound(dtype="float64"), n=integer(4, 24))
row("istft", "librosa.istft(librosa.stft(y, n_fft=n, hop_length=h), n_fft=n, hop_length=h) + 9", 1e-5, y=sound(30), n=integer(8, 40), h=integer(1, 12))
row("istft", "librosa.istft(librosa.stft(y, n_fft=n), n_fft=n, length=m) + 9", CLOSE, y=sound(30, dtype="float64"), n=integer(8, 40), m=integer(1, 90))
row("istft", "librosa.istft(librosa.stft(y, n_fft=32, hop_length=h, center=False), hop_length=h, center=False) + 9", 1e-5, y=sound(30), h=integer(1, 16))
row("melspectrogram", "librosa.feature.melspectrogram(y=y, sr=sr, n_fft=256, hop_length=h, n_mels=n) + 1", 1e-5, y=sound(1, 600), sr=integer(8000, 48000), h=integer(100, 300), n=integer(1, 9))
row("melspectrogram", "librosa.feature.melspectrogram(y=y, sr=16000, n_fft=400, hop_length=160, n_mels=n, fmin=f, fmax=7600, power=p, htk=k, norm=None) + 1", 1e-5, y=sound(1, 900), n=integer(2, 9), f=number(0, 300), p=number(0.5, 2.5), k=flag())
row("melspectrogram", "librosa.feature.melspectrogram(S=s, sr=16000, n_mels=n) + 1", 1e-5, s=spectrum(65), n=integer(1, 20))
row("mfcc", "librosa.feature.mfcc(y=y, sr=16000, n_mfcc=n, n_fft=400, hop_length=160, n_mels=12) + 999", 1e-5, y=sound(400, 900), n=integer(1, 12))
row("mfcc", "librosa.feature.mfcc(y=y, sr=8000, n_fft=128, hop_length=64, n_mels=12, n_mfcc=12, lifter=f, htk=True) + 999", 1e-5, y=sound(128, 600, "float64"), f=number(0, 30))
row("mfcc", "librosa.feature.mfcc(S=s, n_mfcc=n) + 99", 1e-5, s=spectrum(16), n=integer(1, 18))
row("mel", "librosa.filters.mel(sr=sr, n_fft=n, n_mels=m) + 1", 1e-5, sr=integer(4000, 48000), n=integer(16, 80), m=integer(1, 9))
row("mel", "librosa.filters.mel(sr=16000, n_fft=64, n_mels=m, fmin=f, fmax=8000.0, htk=k, norm=None) + 1", 1e-5, m=integer(1, 9), f=number(0, 2000), k=flag())
row("power_to_db", "librosa.power_to_db(s, ref=r, amin=a, top_db=t) + 200", 1e-5, s=spectrum(5), r=number(-2, 9), a=number(-0.001, 0.1), t=number(-1, 90))
row("power_to_db", "librosa.power_to_db(s, ref=np.max) + 200, librosa.power_to_db(s, top_db=None)", CLOSE, s=spectrum(5, "float64", 1.1))
row("amplitude_to_db", "librosa.amplitude_to_db(s, ref=np.max) + 200", 1e-5, s=spectrum(6))
row("amplitude_to_db", "librosa.amplitude_to_db(s, ref=r, amin=0.01, top_db=t) + 200", CLOSE, s=spectrum(6, "float64"), r=number(-2, 9), t=number(-1, 90))
row("db_to_power", "librosa.db_to_power(s, ref=r) + 1", 1e-5, s=spectrum(4), r=number(0.1, 3))
row("db_to_amplitude", "librosa.db_to_amplitude(s, ref=r) + 1", CLOSE, s=spectrum(4, "float64"), r=number(0.1, 3))
row("resample", "librosa.resample(y, orig_sr=a, target_sr=b, res_type='polyphase', scale=s) + 9", 1e-5, y=sound(1), a=integer(1, 9), b=integer(1, 9), s=flag())
row("resample", "librosa.resample(y, orig_sr=a, target_sr=b, res_type='fft') + 9", CLOSE, y=sound(1, dtype="float64"), a=number(1, 9), b=number(1, 9))
row("frame", "librosa.util.frame(y, frame_length=n, hop_length=h)", None, y=sound(), n=integer(1, 40), h=integer(0, 40))
row("preemphasis", "librosa.effects.preemphasis(y) + 9, librosa.effects.preemphasis(y, coef=c)", 1e-5, y=sound(2), c=number(0, 1))
row("load", "librosa.load(io.BytesIO(data), sr=None)", 1e-6, data=wav())
