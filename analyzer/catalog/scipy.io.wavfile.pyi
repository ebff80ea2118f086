"""Arrays of samples in WAV files."""

@overload
@raises(ValueError, OverflowError, ZeroDivisionError, UnboundLocalError, struct.error)
def read(filename: io.BytesIO, mmap: bool = False) -> tuple[int, ndarray[int16]] | tuple[int, ndarray[float32]] | tuple[int, ndarray[int32]] | tuple[int, ndarray[uint8]] | tuple[int, ndarray[float64]] | tuple[int, ndarray[int64]]:
    """The rate, and the samples of a file that is in memory: of several channels along a second axis."""

@overload
@refused("compiled code reads no files by their path", "read the bytes: `wavfile.read(io.BytesIO(data))`, or read the file at module level")
def read(filename: str, mmap: bool = False) -> tuple[int, ndarray[int16]]:
    """The rate, and the samples of a file."""

@overload
@raises(ValueError, IndexError, struct.error)
def write[D, S](filename: io.BytesIO, rate: int, data: ndarray[D, S]) -> None:
    """Write samples into memory, of several channels along the second axis."""

@overload
@refused("compiled code writes no files by their path", "write into memory: `wavfile.write(buffer, rate, data)` of a `buffer = io.BytesIO()`")
def write[D, S](filename: str, rate: int, data: ndarray[D, S]) -> None:
    """Write samples into a file."""
