import numpy as np
import numpy.typing as npt
from hotforge import compile


@compile()
def strengths(signal: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.abs(np.fft.rfft(signal))
