"""The rows of scipy, which is installed with scikit-learn."""

from __future__ import annotations

import numpy as np
from calls import Input, Table, array_annotation, flag, integer

#: How many generated cases each row has.
CASES = 42
CLOSE = 1e-9

HEADER = """\
from typing import Literal

import numpy as np
from scipy import signal

from hotforge import compile


"""
TABLE = Table("scipy", HEADER, CASES)
row = TABLE.row


def sound(*, rows: bool = False, least: int = 0) -> Input:
    """Samples, or several rows of them."""

    def make(rng: np.random.Generator) -> np.ndarray:
        length = int(rng.integers(least, 30))
        return rng.uniform(1, 2, (int(rng.integers(1, 3)), length) if rows else length)

    return Input(array_annotation("float64", *(["int", "int"] if rows else ["int"])), make)


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
