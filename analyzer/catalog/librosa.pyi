"""What is measured of sound."""

class LibrosaError(builtins.Exception):
    """An error of librosa."""

class ParameterError(LibrosaError):
    """What does not go together."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def stft(y: ndarray[float32, tuple[int]], *, n_fft: int = 2048, hop_length: int | None = None, win_length: int | None = None, window: str = "hann", center: bool = True, pad_mode: Literal["constant"] = "constant") -> ndarray[complex64, tuple[int, int]]:
    """The frequencies of pieces of a signal: a column for each."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def stft(y: ndarray[float64, tuple[int]], *, n_fft: int = 2048, hop_length: int | None = None, win_length: int | None = None, window: str = "hann", center: bool = True, pad_mode: Literal["constant"] = "constant") -> ndarray[complex128, tuple[int, int]]:
    """The frequencies of pieces of a signal: a column for each."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def istft(stft_matrix: ndarray[complex64, tuple[int, int]], *, hop_length: int | None = None, win_length: int | None = None, n_fft: int | None = None, window: str = "hann", center: bool = True, length: int | None = None) -> ndarray[float32, tuple[int]]:
    """The signal of transforms of its pieces."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def istft(stft_matrix: ndarray[complex128, tuple[int, int]], *, hop_length: int | None = None, win_length: int | None = None, n_fft: int | None = None, window: str = "hann", center: bool = True, length: int | None = None) -> ndarray[float64, tuple[int]]:
    """The signal of transforms of its pieces."""

@overload
@raises(librosa.ParameterError, ValueError)
def power_to_db[S](S: ndarray[float32, S], *, ref: float = 1.0, amin: float = 1e-10, top_db: float | None = 80.0) -> ndarray[float32, S]:
    """Decibels against a reference, no further below the greatest than `top_db`."""

@overload
@native("librosa::power_to_db_of_max")
@raises(librosa.ParameterError, ValueError)
def power_to_db[S](S: ndarray[float32, S], *, ref: Literal["numpy.max", "numpy.amax"], amin: float = 1e-10, top_db: float | None = 80.0) -> ndarray[float32, S]:
    """Decibels against the greatest, no further below it than `top_db`."""

@overload
@raises(librosa.ParameterError, ValueError)
def power_to_db[S](S: ndarray[float64, S], *, ref: float = 1.0, amin: float = 1e-10, top_db: float | None = 80.0) -> ndarray[float64, S]:
    """Decibels against a reference, no further below the greatest than `top_db`."""

@overload
@native("librosa::power_to_db_of_max")
@raises(librosa.ParameterError, ValueError)
def power_to_db[S](S: ndarray[float64, S], *, ref: Literal["numpy.max", "numpy.amax"], amin: float = 1e-10, top_db: float | None = 80.0) -> ndarray[float64, S]:
    """Decibels against the greatest, no further below it than `top_db`."""

@overload
@raises(librosa.ParameterError, ValueError)
def amplitude_to_db[S](S: ndarray[float32, S], *, ref: float = 1.0, amin: float = 1e-5, top_db: float | None = 80.0) -> ndarray[float32, S]:
    """Decibels against a reference, no further below the greatest than `top_db`."""

@overload
@native("librosa::amplitude_to_db_of_max")
@raises(librosa.ParameterError, ValueError)
def amplitude_to_db[S](S: ndarray[float32, S], *, ref: Literal["numpy.max", "numpy.amax"], amin: float = 1e-5, top_db: float | None = 80.0) -> ndarray[float32, S]:
    """Decibels against the greatest, no further below it than `top_db`."""

@overload
@raises(librosa.ParameterError, ValueError)
def amplitude_to_db[S](S: ndarray[float64, S], *, ref: float = 1.0, amin: float = 1e-5, top_db: float | None = 80.0) -> ndarray[float64, S]:
    """Decibels against a reference, no further below the greatest than `top_db`."""

@overload
@native("librosa::amplitude_to_db_of_max")
@raises(librosa.ParameterError, ValueError)
def amplitude_to_db[S](S: ndarray[float64, S], *, ref: Literal["numpy.max", "numpy.amax"], amin: float = 1e-5, top_db: float | None = 80.0) -> ndarray[float64, S]:
    """Decibels against the greatest, no further below it than `top_db`."""

@overload
def db_to_power[S](S_db: ndarray[float32, S], *, ref: float = 1.0) -> ndarray[float32, S]:
    """Back from decibels."""

@overload
def db_to_power[S](S_db: ndarray[float64, S], *, ref: float = 1.0) -> ndarray[float64, S]:
    """Back from decibels."""

@overload
def db_to_amplitude[S](S_db: ndarray[float32, S], *, ref: float = 1.0) -> ndarray[float32, S]:
    """Back from decibels."""

@overload
def db_to_amplitude[S](S_db: ndarray[float64, S], *, ref: float = 1.0) -> ndarray[float64, S]:
    """Back from decibels."""

@overload
@raises(librosa.ParameterError, ValueError)
def resample(y: ndarray[float32, tuple[int]], *, orig_sr: float, target_sr: float, res_type: Literal["fft", "scipy"], fix: Literal[True] = True, scale: bool = False) -> ndarray[float32, tuple[int]]:
    """Samples of the same frequencies at another rate."""

@overload
@native("librosa::resample_polyphase")
@raises(librosa.ParameterError, ValueError)
def resample(y: ndarray[float32, tuple[int]], *, orig_sr: float, target_sr: float, res_type: Literal["polyphase"], fix: Literal[True] = True, scale: bool = False) -> ndarray[float32, tuple[int]]:
    """Samples at another rate, by a filter."""

@overload
@raises(librosa.ParameterError, ValueError)
def resample(y: ndarray[float64, tuple[int]], *, orig_sr: float, target_sr: float, res_type: Literal["fft", "scipy"], fix: Literal[True] = True, scale: bool = False) -> ndarray[float64, tuple[int]]:
    """Samples of the same frequencies at another rate."""

@overload
@native("librosa::resample_polyphase")
@raises(librosa.ParameterError, ValueError)
def resample(y: ndarray[float64, tuple[int]], *, orig_sr: float, target_sr: float, res_type: Literal["polyphase"], fix: Literal[True] = True, scale: bool = False) -> ndarray[float64, tuple[int]]:
    """Samples at another rate, by a filter."""

@overload
@refused("of the ways to resample `polyphase`, `fft` and `scipy` are compiled", "name one: `res_type=\"polyphase\"`")
def resample[D, S](y: ndarray[D, S], *, orig_sr: float, target_sr: float, res_type: str = "soxr_hq") -> ndarray[D, tuple[int]]:
    """Samples at another rate."""

@overload
@raises(librosa.ParameterError, ValueError, OverflowError, ZeroDivisionError, UnboundLocalError, struct.error)
def load(path: io.BytesIO, *, sr: None, mono: Literal[True] = True) -> tuple[ndarray[float32, tuple[int]], int]:
    """The samples of a WAV file in memory, between -1 and 1, and their rate."""

@overload
@refused("compiled code loads a WAV file that is in memory, at its own rate", "write `librosa.load(io.BytesIO(data), sr=None)`, and `librosa.resample(…, res_type=\"polyphase\")`")
def load(path: io.BytesIO | str, *, sr: float | None = 22050, mono: bool = True) -> tuple[ndarray[float32, tuple[int]], int]:
    """The samples of a file, and their rate."""
