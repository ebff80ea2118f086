import numpy as np
import numpy.typing as npt
from hotforge import compile


@compile()
def standardised(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return (x - x.mean()) / (x.std() + 1e-9)
