"""Numbers for people."""

from __future__ import annotations


def in_bytes(count: int) -> str:
    """A number of bytes: `1.2 MB`."""
    if count < 1_000:
        return f"{count} B"
    return f"{count / 1e3:.1f} KB" if count < 1_000_000 else f"{count / 1e6:.1f} MB"


def duration(seconds: float) -> str:
    """Seconds: `1.23 ms`."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"
