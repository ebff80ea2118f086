"""Text and bytes written to and read from memory."""

class StringIO:
    """Text in memory."""

    def __new__(initial_value: str | None = "") -> StringIO:
        """A buffer that holds a text, and is at its start."""

    @native("object::same")
    def __eq__(self, other: StringIO) -> bool:
        """Whether the two are one object."""

    @raises(ValueError)
    def __iter__(self) -> Iterator[str]:
        """The lines from where it is."""

    @raises(ValueError)
    def __enter__(self) -> StringIO:
        """The buffer, which is closed at the end of the `with`."""

    @raises(RuntimeError)
    def __exit__(self, exc_type: None, exc: None, traceback: None, /) -> None:
        """Close the buffer."""

    @property
    @native("io::string_io::is_closed")
    def closed(self) -> bool:
        """Whether it was closed."""

    @raises(ValueError)
    def read(self, size: int | None = -1, /) -> str:
        """What is left, of `size` at most."""

    @raises(ValueError)
    def readline(self, size: int | None = -1, /) -> str:
        """The rest of the line with its end, of `size` at most."""

    @raises(ValueError)
    def readlines(self, hint: int | None = -1, /) -> list[str]:
        """The lines that are left, none more once `hint` is read."""

    @raises(ValueError, OverflowError)
    def write(self, s: str, /) -> int:
        """Write at the place, and say how much."""

    @raises(Exception)
    def writelines(self, lines: Iterable[str], /) -> None:
        """Write one after the other."""

    @raises(ValueError)
    def getvalue(self) -> str:
        """All that it holds."""

    @raises(ValueError, OSError)
    def seek(self, pos: int, whence: int = 0, /) -> int:
        """Go to a place."""

    @raises(ValueError)
    def tell(self) -> int:
        """The place."""

    @raises(ValueError)
    def truncate(self, pos: int | None = None, /) -> int:
        """Cut off what lies behind `pos`, or behind the place."""

    @raises(RuntimeError)
    def close(self) -> None:
        """Close it: nothing can be done with it any more."""

    def flush(self) -> None:
        """Does nothing: it is all in memory."""

    @raises(ValueError)
    @native("io::string_io::able")
    def readable(self) -> bool:
        """`True`."""

    @raises(ValueError)
    @native("io::string_io::able")
    def writable(self) -> bool:
        """`True`."""

    @raises(ValueError)
    @native("io::string_io::able")
    def seekable(self) -> bool:
        """`True`."""

    @raises(ValueError)
    def isatty(self) -> bool:
        """`False`."""

class BytesIO:
    """Bytes in memory."""

    @overload
    @native("io::bytes_io::empty")
    def __new__() -> BytesIO:
        """An empty buffer."""

    @overload
    def __new__(initial_bytes: Buffer) -> BytesIO:
        """A buffer that holds bytes, and is at their start."""

    @native("object::same")
    def __eq__(self, other: BytesIO) -> bool:
        """Whether the two are one object."""

    @raises(ValueError)
    def __iter__(self) -> Iterator[bytes]:
        """The lines from where it is."""

    @raises(ValueError)
    def __enter__(self) -> BytesIO:
        """The buffer, which is closed at the end of the `with`."""

    @raises(RuntimeError)
    def __exit__(self, exc_type: None, exc: None, traceback: None, /) -> None:
        """Close the buffer."""

    @property
    @native("io::bytes_io::is_closed")
    def closed(self) -> bool:
        """Whether it was closed."""

    @raises(ValueError)
    def read(self, size: int | None = -1, /) -> bytes:
        """What is left, of `size` at most."""

    @raises(ValueError)
    @native("io::bytes_io::read")
    def read1(self, size: int | None = -1, /) -> bytes:
        """What is left, of `size` at most."""

    @raises(ValueError)
    def readline(self, size: int | None = -1, /) -> bytes:
        """The rest of the line with its end, of `size` at most."""

    @raises(ValueError)
    def readlines(self, hint: int | None = -1, /) -> list[bytes]:
        """The lines that are left, none more once `hint` is read."""

    @raises(ValueError, MemoryError)
    def write(self, s: Buffer, /) -> int:
        """Write at the place, and say how much."""

    @raises(Exception)
    def writelines(self, lines: Iterable[bytes], /) -> None:
        """Write one after the other."""

    @raises(ValueError)
    def getvalue(self) -> bytes:
        """All that it holds."""

    @raises(ValueError, OSError)
    def seek(self, pos: int, whence: int = 0, /) -> int:
        """Go to a place."""

    @raises(ValueError)
    def tell(self) -> int:
        """The place."""

    @raises(ValueError)
    def truncate(self, pos: int | None = None, /) -> int:
        """Cut off what lies behind `pos`, or behind the place."""

    @raises(RuntimeError)
    def close(self) -> None:
        """Close it: nothing can be done with it any more."""

    @raises(ValueError)
    def flush(self) -> None:
        """Does nothing: it is all in memory."""

    @raises(ValueError)
    @native("io::bytes_io::able")
    def readable(self) -> bool:
        """`True`."""

    @raises(ValueError)
    @native("io::bytes_io::able")
    def writable(self) -> bool:
        """`True`."""

    @raises(ValueError)
    @native("io::bytes_io::able")
    def seekable(self) -> bool:
        """`True`."""

    @raises(ValueError)
    def isatty(self) -> bool:
        """`False`."""

SEEK_SET: Final = 0
SEEK_CUR: Final = 1
SEEK_END: Final = 2
