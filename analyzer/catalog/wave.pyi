"""Files of samples, in memory."""

class Error(builtins.Exception):
    """What is no such file, or cannot be one."""

@overload
@native("wave::open_to_read")
@raises(wave.Error, EOFError, ValueError, RuntimeError)
def open(f: io.BytesIO, mode: Literal["rb", "r"] = "rb") -> Wave_read:
    """Reads the head of a file in memory."""

@overload
@native("wave::open_to_write")
def open(f: io.BytesIO, mode: Literal["wb", "w"]) -> Wave_write:
    """Writes a file into memory."""

class Wave_read:
    """A file that is read."""

    @raises(RuntimeError)
    @mutates
    def readframes(self, nframes: int) -> bytes:
        """The samples of the next frames; of all that are left for a number below zero."""

    def getnchannels(self) -> int:
        """The number of channels."""

    def getsampwidth(self) -> int:
        """The bytes of a sample."""

    def getframerate(self) -> int:
        """The frames of a second."""

    def getnframes(self) -> int:
        """The number of frames."""

    def getcomptype(self) -> str:
        """Always `NONE`."""

    def getcompname(self) -> str:
        """Always `not compressed`."""

    def getparams(self) -> tuple[int, int, int, int, str, str]:
        """What is known of the samples."""

    def tell(self) -> int:
        """The frame that is read next."""

    @raises(RuntimeError)
    @mutates
    def rewind(self) -> None:
        """Go to the first frame."""

    @raises(wave.Error)
    @mutates
    def setpos(self, pos: int) -> None:
        """Go to a frame."""

    @mutates
    def close(self) -> None:
        """End reading."""

    def __enter__(self) -> Wave_read:
        """The file, which is closed at the end of the `with`."""

    def __exit__(self, exc_type: None, exc: None, traceback: None, /) -> None:
        """End reading."""

class Wave_write:
    """A file that is written."""

    @raises(wave.Error)
    @mutates
    def setnchannels(self, nchannels: int) -> None:
        """Set the number of channels."""

    @raises(wave.Error)
    @mutates
    def setsampwidth(self, sampwidth: int) -> None:
        """Set the bytes of a sample."""

    @raises(wave.Error)
    @mutates
    def setframerate(self, framerate: float) -> None:
        """Set the frames of a second."""

    @raises(wave.Error)
    @mutates
    def setnframes(self, nframes: int) -> None:
        """Set the number of frames, which what is written mends."""

    @raises(wave.Error)
    @mutates
    def setparams(self, params: tuple[int, int, int, int, str, str]) -> None:
        """Set everything."""

    @raises(wave.Error)
    def getnchannels(self) -> int:
        """The number of channels."""

    @raises(wave.Error)
    def getsampwidth(self) -> int:
        """The bytes of a sample."""

    @raises(wave.Error)
    def getframerate(self) -> int:
        """The frames of a second."""

    def getnframes(self) -> int:
        """The frames that were written."""

    @native("wave::wave_write::getnframes")
    def tell(self) -> int:
        """The frames that were written."""

    @raises(wave.Error)
    def getparams(self) -> tuple[int, int, int, int, str, str]:
        """What is known of the samples."""

    @raises(wave.Error, ValueError)
    @mutates
    def writeframes(self, data: Buffer) -> None:
        """Write samples, and mend the head of the file."""

    @raises(wave.Error, ValueError)
    @mutates
    def writeframesraw(self, data: Buffer) -> None:
        """Write samples."""

    @raises(wave.Error, ValueError)
    @mutates
    def close(self) -> None:
        """Mend the head of the file."""

    def __enter__(self) -> Wave_write:
        """The file, which is closed at the end of the `with`."""

    @raises(wave.Error, ValueError)
    def __exit__(self, exc_type: None, exc: None, traceback: None, /) -> None:
        """Mend the head of the file."""
