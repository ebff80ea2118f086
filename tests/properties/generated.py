"""Elements for generated arrays, and how a parameter for one is annotated."""

from __future__ import annotations

import numpy as np


def annotation(dtype: str, rank: int) -> str:
    axes = ", ".join(["int"] * rank) if rank else "()"
    scalar = "bool_" if dtype == "bool" else dtype
    return f"np.ndarray[tuple[{axes}], np.dtype[np.{scalar}]]"


def elements(rng: np.random.Generator, dtype: str, size: int, tame: bool, zeros: bool) -> np.ndarray:
    """Elements of the dtype, some of them nasty unless they are tame."""
    kind = np.dtype(dtype).kind
    if kind == "b":
        return rng.integers(0, 2, size).astype(bool)
    if kind in "iu":
        low = 0 if kind == "u" else -6
        values = rng.integers(low, 7, size).astype(dtype)
        if not tame:
            info = np.iinfo(dtype)
            special = np.array([info.min, info.max, 0, info.max // 2], dtype=dtype)
            values = np.where(rng.random(size) < 0.25, special[rng.integers(0, len(special), size)], values)
        return values.astype(dtype)
    if kind == "c":
        part = "float32" if dtype == "complex64" else "float64"
        return (elements(rng, part, size, tame, zeros) + 1j * elements(rng, part, size, True, zeros)).astype(dtype)
    values = np.where(rng.random(size) < 0.5, rng.integers(-4, 5, size).astype(float), rng.normal(size=size) * 3)
    if not tame:
        special = np.array([np.nan, np.inf, -np.inf, -0.0 if zeros else 0.0, 0.0, 1e-30, 700.0])
        values = np.where(rng.random(size) < 0.2, special[rng.integers(0, len(special), size)], values)
    return values.astype(dtype)
