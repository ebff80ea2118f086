"""Windows and recursive filters of signals."""

@overload
@raises(ValueError)
def get_window(window: Literal["hann", "hanning", "han", "hamming", "hamm", "ham", "blackman", "black", "blk", "nuttall", "nutl", "nut", "blackmanharris", "blackharr", "bkh", "flattop", "flat", "flt", "boxcar", "box", "ones", "rect", "rectangular"], Nx: int, fftbins: bool = True) -> ndarray[float64, SizeDims[Nx]]:
    """A window of a period, or a symmetric one."""

@overload
@refused("of the windows those that are sums of cosines are compiled: `hann`, `hamming`, `blackman`, `nuttall`, `blackmanharris`, `flattop` and `boxcar`", "make the window at module level: it is captured into the library")
def get_window(window: str, Nx: int, fftbins: bool = True) -> ndarray[float64, SizeDims[Nx]]:
    """A window."""

@raises(ValueError)
def lfilter[R, Q, S](b: ndarray[float64, R], a: ndarray[float64, Q], x: ndarray[float64, S]) -> ndarray[float64, S]:
    """The signal along the last axis through a filter of coefficients."""

@raises(ValueError)
def sosfilt[R, S](sos: ndarray[float64, R], x: ndarray[float64, S]) -> ndarray[float64, S]:
    """The signal along the last axis through sections of the second order."""

@overload
@raises(ValueError)
def stft[S](x: ndarray[float64, S], fs: float = 1.0, window: str = "hann_periodic", nperseg: int | None = 256, noverlap: int | None = None, nfft: int | None = None, detrend: Literal[False] = False, return_onesided: Literal[True] = True, boundary: str | None = "zeros", padded: bool = True, axis: Literal[-1] = -1, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[complex128, Framed[x]]]:
    """The frequencies, the times, and the transforms of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def stft[S, R](x: ndarray[float64, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = 256, noverlap: int | None = None, nfft: int | None = None, detrend: Literal[False] = False, return_onesided: Literal[True] = True, boundary: str | None = "zeros", padded: bool = True, axis: Literal[-1] = -1, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[complex128, Framed[x]]]:
    """The frequencies, the times, and the transforms of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def istft[S](Zxx: ndarray[complex128, S], fs: float = 1.0, window: str = "hann_periodic", nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, input_onesided: Literal[True] = True, boundary: bool = True, time_axis: Literal[-1] = -1, freq_axis: Literal[-2] = -2, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, Unframed[Zxx]]]:
    """The times and the samples of a signal of which the transforms of pieces are known."""

@overload
@raises(ValueError)
def istft[S, R](Zxx: ndarray[complex128, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, input_onesided: Literal[True] = True, boundary: bool = True, time_axis: Literal[-1] = -1, freq_axis: Literal[-2] = -2, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, Unframed[Zxx]]]:
    """The times and the samples of a signal of which the transforms of pieces are known."""

@overload
@raises(ValueError)
def spectrogram[S](x: ndarray[float64, S], fs: float = 1.0, window: str = "('tukey_periodic', 0.25)", nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, detrend: Literal["constant"] = "constant", return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float64, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def spectrogram[S, R](x: ndarray[float64, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, detrend: Literal["constant"] = "constant", return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float64, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@native("scipy::signal::spectrogram_as_is")
@raises(ValueError)
def spectrogram[S](x: ndarray[float64, S], fs: float = 1.0, window: str = "('tukey_periodic', 0.25)", nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, *, detrend: Literal[False], return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float64, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@native("scipy::signal::spectrogram_as_is")
@raises(ValueError)
def spectrogram[S, R](x: ndarray[float64, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, detrend: Literal[False], return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float64, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def resample(x: ndarray[float64, tuple[int]], num: int) -> ndarray[float64, SizeDims[num]]:
    """As many samples of the same frequencies."""

@overload
@raises(ValueError)
def resample_poly(x: ndarray[float64, tuple[int]], up: int, down: int) -> ndarray[float64, tuple[int]]:
    """`up` samples for each `down`."""

@overload
@raises(ValueError)
def stft[S](x: ndarray[float32, S], fs: float = 1.0, window: str = "hann_periodic", nperseg: int | None = 256, noverlap: int | None = None, nfft: int | None = None, detrend: Literal[False] = False, return_onesided: Literal[True] = True, boundary: str | None = "zeros", padded: bool = True, axis: Literal[-1] = -1, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[complex64, Framed[x]]]:
    """The frequencies, the times, and the transforms of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def stft[S, R](x: ndarray[float32, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = 256, noverlap: int | None = None, nfft: int | None = None, detrend: Literal[False] = False, return_onesided: Literal[True] = True, boundary: str | None = "zeros", padded: bool = True, axis: Literal[-1] = -1, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[complex64, Framed[x]]]:
    """The frequencies, the times, and the transforms of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def istft[S](Zxx: ndarray[complex64, S], fs: float = 1.0, window: str = "hann_periodic", nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, input_onesided: Literal[True] = True, boundary: bool = True, time_axis: Literal[-1] = -1, freq_axis: Literal[-2] = -2, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float32, Unframed[Zxx]]]:
    """The times and the samples of a signal of which the transforms of pieces are known."""

@overload
@raises(ValueError)
def istft[S, R](Zxx: ndarray[complex64, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, input_onesided: Literal[True] = True, boundary: bool = True, time_axis: Literal[-1] = -1, freq_axis: Literal[-2] = -2, scaling: str = "spectrum") -> tuple[ndarray[float64, tuple[int]], ndarray[float32, Unframed[Zxx]]]:
    """The times and the samples of a signal of which the transforms of pieces are known."""

@overload
@raises(ValueError)
def spectrogram[S](x: ndarray[float32, S], fs: float = 1.0, window: str = "('tukey_periodic', 0.25)", nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, detrend: Literal["constant"] = "constant", return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float32, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def spectrogram[S, R](x: ndarray[float32, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, detrend: Literal["constant"] = "constant", return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float32, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@native("scipy::signal::spectrogram_as_is")
@raises(ValueError)
def spectrogram[S](x: ndarray[float32, S], fs: float = 1.0, window: str = "('tukey_periodic', 0.25)", nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, *, detrend: Literal[False], return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float32, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@native("scipy::signal::spectrogram_as_is")
@raises(ValueError)
def spectrogram[S, R](x: ndarray[float32, S], fs: float = 1.0, *, window: ndarray[float64, R], nperseg: int | None = None, noverlap: int | None = None, nfft: int | None = None, detrend: Literal[False], return_onesided: Literal[True] = True, scaling: str = "density", axis: Literal[-1] = -1, mode: Literal["psd"] = "psd") -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]], ndarray[float32, Framed[x]]]:
    """The frequencies, the times, and the power of pieces of a signal along the last axis."""

@overload
@raises(ValueError)
def resample(x: ndarray[float32, tuple[int]], num: int) -> ndarray[float32, SizeDims[num]]:
    """As many samples of the same frequencies."""

@overload
@raises(ValueError)
def resample_poly(x: ndarray[float32, tuple[int]], up: int, down: int) -> ndarray[float32, tuple[int]]:
    """`up` samples for each `down`."""

@overload
@native("scipy::signal::butter_sections")
@raises(ValueError)
def butter(N: int, Wn: ArrayLike, btype: str = "low", analog: Literal[False] = False, *, output: Literal["sos"], fs: float | None = None) -> ndarray[float64, tuple[int, int]]:
    """A digital Butterworth filter of an order and one critical frequency, or two, as sections of the second order."""

@overload
@raises(ValueError)
def butter(N: int, Wn: ArrayLike, btype: str = "low", analog: Literal[False] = False, output: Literal["ba"] = "ba", fs: float | None = None) -> tuple[ndarray[float64, tuple[int]], ndarray[float64, tuple[int]]]:
    """A digital Butterworth filter of an order and one critical frequency, or two, as coefficients."""

@overload
@refused("of filters the digital ones are compiled, as coefficients (`output=\"ba\"`) or sections (`output=\"sos\"`)", "design it at module level: it is captured into the library")
def butter(N: int, Wn: ArrayLike, btype: str = "low", analog: bool = False, output: str = "ba", fs: float | None = None) -> ndarray[float64, tuple[int]]:
    """A Butterworth filter."""
