import numpy as np
import numpy.typing as npt
from hotforge import compile


@compile()
def unit(vector: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return vector / max(float(np.linalg.norm(vector)), 1e-9)
