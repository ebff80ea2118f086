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
