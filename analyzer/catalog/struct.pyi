"""Values packed into bytes. The format must be a constant: it decides what is packed."""

class error(builtins.Exception):
    """A value that does not fit its format, or bytes that do not."""

class Struct:
    """A format that is named once."""

    @property
    @native("struct::format_of")
    def format(self) -> str:
        """The format."""

    @property
    @raises(struct.error)
    @native("struct::size_of")
    def size(self) -> int:
        """How many bytes the format takes."""

    @raises(struct.error, OverflowError)
    @native("struct::pack")
    def pack(self, *v: object) -> bytes:
        """The values packed into bytes."""

    @raises(struct.error, OverflowError)
    @native("struct::pack_into")
    def pack_into(self, buffer: bytearray, offset: int, /, *v: object) -> None:
        """Pack the values into a part of a buffer."""

    @raises(struct.error, OverflowError)
    @native("struct::unpack")
    def unpack(self, buffer: Buffer, /) -> tuple[object, ...]:
        """The values that the bytes say."""

    @raises(struct.error, OverflowError)
    @native("struct::unpack_from")
    def unpack_from(self, buffer: Buffer, offset: int = 0) -> tuple[object, ...]:
        """The values that a part of the bytes says."""

    @raises(struct.error)
    @native("struct::iter_unpack")
    def iter_unpack(self, buffer: Buffer, /) -> Iterator[tuple[object, ...]]:
        """The values of one part of the bytes after the other."""

@raises(struct.error)
def calcsize(format: str, /) -> int:
    """How many bytes the format takes."""

@raises(struct.error, OverflowError)
def pack(format: str, /, *v: object) -> bytes:
    """The values packed into bytes."""

@raises(struct.error, OverflowError)
def pack_into(format: str, buffer: bytearray, offset: int, /, *v: object) -> None:
    """Pack the values into a part of a buffer."""

@raises(struct.error, OverflowError)
def unpack(format: str, buffer: Buffer, /) -> tuple[object, ...]:
    """The values that the bytes say."""

@raises(struct.error, OverflowError)
def unpack_from(format: str, /, buffer: Buffer, offset: int = 0) -> tuple[object, ...]:
    """The values that a part of the bytes says."""

@raises(struct.error)
def iter_unpack(format: str, buffer: Buffer, /) -> Iterator[tuple[object, ...]]:
    """The values of one part of the bytes after the other."""
