"""Discrete Fourier transforms."""

@raises(ValueError)
def fft(
    a: ArrayLike, n: int | None = None, axis: int = -1, norm: str | None = None
) -> ndarray[Frequencies[a], Transformed[a, n, axis]]:
    """The transform along an axis, of the lane cut or filled up to `n` points."""

@raises(ValueError)
def ifft(
    a: ArrayLike, n: int | None = None, axis: int = -1, norm: str | None = None
) -> ndarray[Frequencies[a], Transformed[a, n, axis]]:
    """The inverse transform along an axis."""

@raises(ValueError)
def rfft(
    a: ArrayLike, n: int | None = None, axis: int = -1, norm: str | None = None
) -> ndarray[RealFrequencies[a], HalfTransformed[a, n, axis]]:
    """The first half of the transform of real numbers along an axis."""

@raises(ValueError)
def irfft(
    a: ArrayLike, n: int | None = None, axis: int = -1, norm: str | None = None
) -> ndarray[Samples[a], WholeTransformed[a, n, axis]]:
    """The real numbers of which `a` is the first half of the transform."""

@raises(ValueError)
def fft2(a: ArrayLike) -> ndarray[Frequencies[a], DimsOf[a]]:
    """The transform along the last two axes."""

@raises(ValueError)
def ifft2(a: ArrayLike) -> ndarray[Frequencies[a], DimsOf[a]]:
    """The inverse transform along the last two axes."""

@raises(ZeroDivisionError, ValueError)
def fftfreq(n: int, d: float = 1.0) -> ndarray[float64, SizeDims[n]]:
    """The frequencies of the places of a transform."""

@raises(ZeroDivisionError)
def rfftfreq(n: int, d: float = 1.0) -> ndarray[float64, AnyLength[n]]:
    """The frequencies of the places of the transform of real numbers."""

@raises(ValueError)
def fftshift(x: ArrayLike, axes: Axes = None) -> ndarray[DTypeOf[x], DimsOf[x]]:
    """The transform with the zero frequency in the middle."""

@raises(ValueError)
def ifftshift(x: ArrayLike, axes: Axes = None) -> ndarray[DTypeOf[x], DimsOf[x]]:
    """The transform with the zero frequency in front again."""
