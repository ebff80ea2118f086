"""Filters of sound."""

@overload
@raises(ValueError)
def preemphasis(y: ndarray[float32, tuple[int]], *, coef: float = 0.97) -> ndarray[float32, tuple[int]]:
    """What each sample has more than the one before."""

@overload
@raises(ValueError)
def preemphasis(y: ndarray[float64, tuple[int]], *, coef: float = 0.97) -> ndarray[float64, tuple[int]]:
    """What each sample has more than the one before."""
