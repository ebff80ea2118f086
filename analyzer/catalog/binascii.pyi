"""Bytes as hexadecimal digits and as base64, and checksums."""

class Error(builtins.ValueError):
    """Text that stands for no bytes."""

class Incomplete(builtins.Exception):
    """Data that ends too early."""

@overload
def hexlify(data: Buffer) -> bytes:
    """Two hexadecimal digits for each byte."""

@overload
@raises(ValueError)
@native("binascii::hexlify_separated")
def hexlify(data: Buffer, sep: str, bytes_per_sep: int = 1) -> bytes:
    """Two hexadecimal digits for each byte, with `sep` between groups."""

@overload
@native("binascii::hexlify")
def b2a_hex(data: Buffer) -> bytes:
    """Two hexadecimal digits for each byte."""

@overload
@raises(ValueError)
@native("binascii::hexlify_separated")
def b2a_hex(data: Buffer, sep: str, bytes_per_sep: int = 1) -> bytes:
    """Two hexadecimal digits for each byte, with `sep` between groups."""

@raises(binascii.Error, ValueError)
def unhexlify(hexstr: Buffer | str, /) -> bytes:
    """The bytes that pairs of hexadecimal digits say."""

@raises(binascii.Error, ValueError)
@native("binascii::unhexlify")
def a2b_hex(hexstr: Buffer | str, /) -> bytes:
    """The bytes that pairs of hexadecimal digits say."""

def b2a_base64(data: Buffer, /, *, newline: bool = True) -> bytes:
    """The bytes as base64."""

@raises(binascii.Error, ValueError)
def a2b_base64(data: Buffer | str, /, *, strict_mode: bool = False) -> bytes:
    """The bytes that base64 says."""

def crc32(data: Buffer, crc: int = 0, /) -> int:
    """The CRC-32 of the bytes, begun with `crc`."""

def crc_hqx(data: Buffer, crc: int, /) -> int:
    """The CRC of BinHex, begun with `crc`."""
