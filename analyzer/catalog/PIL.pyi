"""Pillow: images."""

class UnidentifiedImageError(builtins.OSError):
    """The bytes are no image of a format that is known."""
