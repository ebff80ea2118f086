"""Bands of frequencies."""

@raises(librosa.ParameterError)
def mel(*, sr: float, n_fft: int, n_mels: int = 128, fmin: float = 0.0, fmax: float | None = None, htk: bool = False, norm: str | None = "slaney") -> ndarray[float32, tuple[int, int]]:
    """How much each frequency counts in each band: a row for each."""
