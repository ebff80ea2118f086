"""The rows of scipy, which is installed with scikit-learn."""

from __future__ import annotations

import numpy as np
from calls import Input, Table, array_annotation, flag, integer, number

#: How many generated cases each row has.
CASES = 42
CLOSE = 1e-9

HEADER = """\
import io
from typing import Literal

import numpy as np
from scipy import signal
from scipy.io import wavfile

from hotforge import compile


"""
TABLE = Table("scipy", HEADER, CASES)
row = TABLE.row


def sound(*, rows: bool = False, least: int = 0, most: int = 30, dtype: str = "float64") -> Input:
    """Samples, or several rows of them."""

    def make(rng: np.random.Generator) -> np.ndarray:
        length = int(rng.integers(least, most))
        return rng.uniform(1, 2, (int(rng.integers(1, 3)), length) if rows else length).astype(dtype)

    return Input(array_annotation(dtype, *(["int", "int"] if rows else ["int"])), make)


def coefficients(least: int) -> Input:
    """Coefficients of a filter that does not cancel what it is given."""

    def make(rng: np.random.Generator) -> np.ndarray:
        return np.concatenate([[rng.uniform(0.5, 2)], rng.uniform(-0.2, 0, int(rng.integers(least, 5)))])

    return Input(array_annotation("float64", "int"), make)


def sections() -> Input:
    """Sections of the second order; rarely the fourth number is none that they may have."""

    def make(rng: np.random.Generator) -> np.ndarray:
        found = rng.uniform(-0.2, 0, (int(rng.integers(1, 4)), 6))
        found[:, :2] = 1
        found[:, 3] = 1 if rng.random() < 0.9 else 2
        return found

    return Input(array_annotation("float64", "int", 6), make)


LENGTH = integer(-1, 20)

row("get_window", "signal.get_window('hann', n)", 1e-12, n=LENGTH)
row("get_window", "signal.get_window('hamming', n, fftbins=f)", 1e-12, n=LENGTH, f=flag())
row("get_window", "signal.get_window('blackman', n, f) + 1", 1e-12, n=LENGTH, f=flag())
row("get_window", "signal.get_window('nuttall', n, f) + 1", 1e-12, n=LENGTH, f=flag())
row("get_window", "signal.get_window('blackmanharris', n) + 1", 1e-12, n=LENGTH)
row("get_window", "signal.get_window('flattop', n) + 1", 1e-12, n=LENGTH)
row("get_window", "signal.get_window('boxcar', n)", n=LENGTH)
row("lfilter", "signal.lfilter(b, a, x)", CLOSE, b=coefficients(0), a=coefficients(1), x=sound())
row("lfilter", "signal.lfilter(b, a, x)", CLOSE, b=coefficients(2), a=coefficients(0), x=sound(rows=True, least=1))
row("sosfilt", "signal.sosfilt(s, x)", CLOSE, s=sections(), x=sound())
row("sosfilt", "signal.sosfilt(s, x)", CLOSE, s=sections(), x=sound(rows=True, least=1))

# Differences of numbers beside their sizes: transforms have numbers near zero.
row("stft", "t, f, np.abs(z) + 1", CLOSE, before="f, t, z = signal.stft(x, fs=fs, nperseg=n)", x=sound(least=20, most=90), fs=integer(1, 9), n=integer(1, 40))
row("stft", "z.shape, z.real + 9, z.imag + 9", CLOSE, before="f, t, z = signal.stft(x, 16000, 'hamming', n + 12, n, nfft=64)", x=sound(rows=True, least=64, most=99), n=integer(0, 40))
row("stft", "f, t, np.abs(z) + 1", CLOSE, before="f, t, z = signal.stft(x, 8, nperseg=n, boundary=None, padded=p, scaling='psd')", x=sound(least=20, most=90), n=integer(0, 40), p=flag())
row("stft", "f, t, np.abs(z) + 1", 1e-5, before="f, t, z = signal.stft(x, window=np.linspace(0.5, 1, 16), nperseg=16, noverlap=n)", x=sound(least=20, most=90, dtype="float32"), n=integer(0, 18))
row("istft", "t, y + 2", CLOSE, before="f, t, z = signal.stft(x, nperseg=n); t, y = signal.istft(z, nperseg=n)", x=sound(least=20, most=90), n=integer(2, 20))
row("istft", "t, y + 2", CLOSE, before="f, t, z = signal.stft(x, 4, 'boxcar', 2 * n, n, boundary=None); t, y = signal.istft(z, 4, 'boxcar', noverlap=n, boundary=False)", x=sound(rows=True, least=20, most=90), n=integer(1, 9))
row("istft", "y + 2", 1e-5, before="f, t, z = signal.stft(x, nperseg=12, scaling='psd', nfft=16); t, y = signal.istft(z, nperseg=12, nfft=16, scaling='psd')", x=sound(least=20, most=90, dtype="float32"))
row("spectrogram", "f, t, z + 1", CLOSE, before="f, t, z = signal.spectrogram(x, fs, nperseg=n)", x=sound(least=40, most=90), fs=integer(1, 9), n=integer(1, 40))
row("spectrogram", "f, t, z + 1", CLOSE, before="f, t, z = signal.spectrogram(x, 16, 'hann', n, n // 2, detrend=False, scaling='spectrum')", x=sound(rows=True, least=40, most=90), n=integer(1, 40))
row("spectrogram", "f, t, z + 1", 1e-5, before="f, t, z = signal.spectrogram(x, nperseg=15, nfft=32)", x=sound(least=40, most=90, dtype="float32"))
row("resample", "signal.resample(x, n) + 2", CLOSE, x=sound(least=1), n=integer(1, 60))
row("resample", "signal.resample(x, n) + 2", 1e-5, x=sound(least=1, dtype="float32"), n=integer(0, 60))
row("resample_poly", "signal.resample_poly(x, n, m) + 2", CLOSE, x=sound(least=1), n=integer(0, 9), m=integer(1, 9))
row("resample_poly", "signal.resample_poly(x, 160, 441) + 2", 1e-5, x=sound(least=1, most=900, dtype="float32"))

EDGE = number(0.01, 1.02)


def edges(low: float = 0.05, high: float = 0.95) -> Input:
    """Two frequencies, rarely out of order."""

    def make(rng: np.random.Generator) -> np.ndarray:
        found = np.sort(rng.uniform(low, high, 2))
        return found if rng.random() < 0.9 else found[::-1].copy()

    return Input(array_annotation("float64", "int"), make)


row("butter", "b + 2, a + 9", CLOSE, before="b, a = signal.butter(n, w, t)", n=integer(-1, 7), w=EDGE, t=Input("str", lambda rng: str(rng.choice(["low", "highpass", "LP", "hp", "band", "x"]))))
row("butter", "b + 2, a + 9", CLOSE, before="b, a = signal.butter(n, w, 'bandpass', fs=8000)", n=integer(0, 5), w=edges(100, 3900))
row("butter", "b + 2, a + 9", CLOSE, before="b, a = signal.butter(n, w, btype='stop')", n=integer(0, 5), w=edges())
row("butter", "signal.butter(n, w, output='sos') + 2", CLOSE, n=integer(-1, 9), w=EDGE)
row("butter", "signal.butter(n, 80, 'high', fs=fs, output='sos') + 2", CLOSE, n=integer(0, 9), fs=number(100.0, 48000.0))
row("butter", "signal.butter(n, w, 'band', output='sos') + 2", CLOSE, n=integer(0, 7), w=edges())
row("butter", "signal.butter(n, w, 'bs', output='sos') + 2", CLOSE, n=integer(0, 7), w=edges())

# Files of samples.
row("wavfile.write, wavfile.read", "b.getvalue(), wavfile.read(io.BytesIO(b.getvalue()))", before="b = io.BytesIO(); wavfile.write(b, r, x)", x=sound(least=1, dtype="int16"), r=integer(1, 48000))
row("wavfile.write, wavfile.read", "b.getvalue(), wavfile.read(io.BytesIO(b.getvalue()))", before="b = io.BytesIO(); wavfile.write(b, r, x.T)", x=sound(rows=True, least=1, dtype="float32"), r=integer(1, 48000))
