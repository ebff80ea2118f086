"""Tells handwritten digits apart: a pipeline of scikit-learn, trained when the file is compiled."""

from typing import Annotated

import numpy as np
import numpy.typing as npt
from hotforge import Parameter, compile
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

images, digits = load_digits(return_X_y=True)
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
model.fit(images[:1500], digits[:1500])


@compile()
def classify_digits(
    pixels: Annotated[npt.NDArray[np.float64], Parameter.Generic(description="(N, 64): 8 by 8 greys from 0 to 16.")],
) -> tuple[list[int], list[float]]:
    """The digit that each image shows, and how probable it is."""
    probabilities = model.predict_proba(pixels)
    labels = model.predict(pixels)
    return labels.tolist(), probabilities.max(axis=1).tolist()
