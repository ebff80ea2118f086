"""Bands of the spectrum of sound, and their cepstrum."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def melspectrogram(*, y: ndarray[float32, tuple[int]], sr: float = 22050, n_fft: int = 2048, hop_length: int = 512, win_length: int | None = None, window: str = "hann", center: bool = True, pad_mode: Literal["constant"] = "constant", power: float = 2.0, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False, norm: str | None = "slaney") -> ndarray[float32, tuple[int, int]]:
    """The energy of each band in pieces of a signal: a column for each."""

@overload
@native("librosa::feature::melspectrogram_of_spectrum")
@raises(librosa.ParameterError, ValueError)
def melspectrogram(*, S: ndarray[float32, tuple[int, int]], sr: float = 22050, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False, norm: str | None = "slaney") -> ndarray[float32, tuple[int, int]]:
    """The energy of each band of a spectrum."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def melspectrogram(*, y: ndarray[float64, tuple[int]], sr: float = 22050, n_fft: int = 2048, hop_length: int = 512, win_length: int | None = None, window: str = "hann", center: bool = True, pad_mode: Literal["constant"] = "constant", power: float = 2.0, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False, norm: str | None = "slaney") -> ndarray[float64, tuple[int, int]]:
    """The energy of each band in pieces of a signal: a column for each."""

@overload
@native("librosa::feature::melspectrogram_of_spectrum")
@raises(librosa.ParameterError, ValueError)
def melspectrogram(*, S: ndarray[float64, tuple[int, int]], sr: float = 22050, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False, norm: str | None = "slaney") -> ndarray[float64, tuple[int, int]]:
    """The energy of each band of a spectrum."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def mfcc(*, y: ndarray[float32, tuple[int]], sr: float = 22050, n_mfcc: int = 20, lifter: float = 0, n_fft: int = 2048, hop_length: int = 512, win_length: int | None = None, window: str = "hann", center: bool = True, power: float = 2.0, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False) -> ndarray[float32, tuple[int, int]]:
    """The cepstrum of bands of pieces of a signal: a column for each."""

@overload
@native("librosa::feature::mfcc_of_bands")
@raises(librosa.ParameterError, ValueError)
def mfcc(*, S: ndarray[float32, tuple[int, int]], n_mfcc: int = 20, lifter: float = 0) -> ndarray[float32, tuple[int, int]]:
    """The cepstrum of bands in decibels."""

@overload
@raises(librosa.ParameterError, ValueError, ZeroDivisionError)
def mfcc(*, y: ndarray[float64, tuple[int]], sr: float = 22050, n_mfcc: int = 20, lifter: float = 0, n_fft: int = 2048, hop_length: int = 512, win_length: int | None = None, window: str = "hann", center: bool = True, power: float = 2.0, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False) -> ndarray[float64, tuple[int, int]]:
    """The cepstrum of bands of pieces of a signal: a column for each."""

@overload
@native("librosa::feature::mfcc_of_bands")
@raises(librosa.ParameterError, ValueError)
def mfcc(*, S: ndarray[float64, tuple[int, int]], n_mfcc: int = 20, lifter: float = 0) -> ndarray[float64, tuple[int, int]]:
    """The cepstrum of bands in decibels."""
