"""Models of scikit-learn, captured as ONNX models: what they predict, and what they say of wrong samples."""

import numpy as np
import numpy.typing as npt
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from hotforge import compile

#: Models compute in float64, sums in another order.
TOLERANCE = 1e-5

images, digits = load_digits(return_X_y=True)
small = images[:400, 10:20]
logistic = LogisticRegression(max_iter=500).fit(small, digits[:400])
pipeline = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)).fit(small, digits[:400])
linear = LinearRegression().fit(small, small @ np.arange(10) + 0.5)
forest = RandomForestClassifier(8, random_state=0).fit(small, digits[:400])
scaler = StandardScaler().fit(small)
reducer = PCA(3).fit(small)


@compile()
def labels(samples: npt.NDArray[np.float64]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return logistic.predict(samples), pipeline.predict(samples), forest.predict(samples)


@compile()
def probabilities(samples: npt.NDArray[np.float64]) -> tuple[np.ndarray, np.ndarray]:
    return logistic.predict_proba(samples), pipeline.predict_proba(X=samples)


@compile()
def numbers(samples: npt.NDArray[np.float64]) -> np.ndarray:
    return linear.predict(samples)


@compile()
def scaled(samples: npt.NDArray[np.float64]) -> np.ndarray:
    return scaler.transform(samples)


@compile()
def reduced(samples: npt.NDArray[np.float64]) -> np.ndarray:
    return reducer.transform(samples)


@compile()
def of_other_dtype(samples: npt.NDArray[np.int64]) -> int:
    return int(logistic.predict(samples)[0])


@compile()
def wrong(samples: npt.NDArray[np.float64], which: int) -> int:
    if which == 1:
        return len(logistic.predict(samples.reshape(-1)))
    if which == 2:
        return len(logistic.predict(samples.reshape(1, 2, -1)))
    return len(pipeline.predict(samples))


test = images[400:500, 10:20]
holes = test[:3].copy()
holes[1, 2] = np.nan
endless = test[:3].copy()
endless[0, 0] = np.inf

CASES = {
    "labels": [(test,), (test[:1],), (test[::3],), (test * 0,)],
    "probabilities": [(test,), (test[:1],), (-test,)],
    "numbers": [(test,), (test[:1],)],
    "scaled": [(test,), (test[:1],), (holes,)],
    "reduced": [(test,)],
    "of_other_dtype": [(test.astype(np.int64),)],
    "wrong": [(test[:2], 1), (test[:2], 2), (test[:, :5], 0), (test[:0], 0), (holes, 0), (endless, 0), (np.zeros((2, 0)), 0)],
}
