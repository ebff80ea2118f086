"""Checksums of zlib."""

def crc32(data: Buffer, value: int = 0, /) -> int:
    """The CRC-32 of the bytes, begun with `value`."""

def adler32(data: Buffer, value: int = 1, /) -> int:
    """The Adler-32 of the bytes, begun with `value`."""
