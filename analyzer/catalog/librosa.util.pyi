"""Samples in frames."""

@raises(librosa.ParameterError)
def frame[D](x: ndarray[D, tuple[int]], *, frame_length: int, hop_length: int) -> ndarray[D, tuple[int, int]]:
    """A view with a column for each frame, which cannot be written to."""
