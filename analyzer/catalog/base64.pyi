"""Bytes as text."""

@raises(AssertionError)
def b64encode(s: Buffer, altchars: bytes | None = None) -> bytes:
    """The bytes as base64, with `altchars` instead of `+` and `/`."""

@raises(binascii.Error, ValueError, AssertionError)
def b64decode(s: Buffer | str, altchars: bytes | None = None, validate: bool = False) -> bytes:
    """The bytes that base64 says."""

def standard_b64encode(s: Buffer) -> bytes:
    """The bytes as base64."""

@raises(binascii.Error, ValueError)
def standard_b64decode(s: Buffer | str) -> bytes:
    """The bytes that base64 says."""

def urlsafe_b64encode(s: Buffer) -> bytes:
    """The bytes as base64 with `-` and `_`."""

@raises(binascii.Error, ValueError)
def urlsafe_b64decode(s: Buffer | str) -> bytes:
    """The bytes that base64 with `-` and `_` says."""

def encodebytes(s: Buffer) -> bytes:
    """The bytes as lines of base64."""

@raises(binascii.Error)
def decodebytes(s: Buffer) -> bytes:
    """The bytes that lines of base64 say."""

def b32encode(s: Buffer) -> bytes:
    """The bytes as base32."""

@raises(binascii.Error, ValueError, AssertionError)
def b32decode(s: Buffer | str, casefold: bool = False, map01: bytes | None = None) -> bytes:
    """The bytes that base32 says."""

def b32hexencode(s: Buffer) -> bytes:
    """The bytes as base32 with the digits of hexadecimal numbers first."""

@raises(binascii.Error, ValueError)
def b32hexdecode(s: Buffer | str, casefold: bool = False) -> bytes:
    """The bytes that base32 with the digits of hexadecimal numbers first says."""

def b16encode(s: Buffer) -> bytes:
    """The bytes as hexadecimal digits in upper case."""

@raises(binascii.Error, ValueError)
def b16decode(s: Buffer | str, casefold: bool = False) -> bytes:
    """The bytes that hexadecimal digits say."""

def b85encode(b: Buffer, pad: bool = False) -> bytes:
    """The bytes as base85."""

@raises(ValueError)
def b85decode(b: Buffer | str) -> bytes:
    """The bytes that base85 says."""

def a85encode(
    b: Buffer, *, foldspaces: bool = False, wrapcol: int = 0, pad: bool = False, adobe: bool = False
) -> bytes:
    """The bytes as Ascii85."""

@raises(ValueError)
def a85decode(
    b: Buffer | str, *, foldspaces: bool = False, adobe: bool = False, ignorechars: bytes = b" \t\n\r\x0b"
) -> bytes:
    """The bytes that Ascii85 says."""
