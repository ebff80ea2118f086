"""Models of scikit-learn as ONNX models."""

from __future__ import annotations

from typing import Any

METHODS = ("predict", "predict_proba", "transform")


def describe(model: Any) -> tuple[bytes, dict[str, Any]] | str:
    """The ONNX model, and what compiled code has to know of it; or why there is none."""
    from sklearn.exceptions import NotFittedError
    from sklearn.utils.validation import check_is_fitted

    try:
        check_is_fitted(model)
    except NotFittedError:
        return "it is not fitted: call `fit` at module level, or load a fitted one"
    except TypeError as error:
        return str(error)
    features = getattr(model, "n_features_in_", None)
    if features is None:
        return "it does not say how many features it takes"
    if reason := _unlike(model):
        return reason
    try:
        from skl2onnx import to_onnx
        from skl2onnx.common.data_types import DoubleTensorType
    except ImportError:
        return "models of scikit-learn are captured by skl2onnx: pip install skl2onnx"
    is_classifier = hasattr(model, "classes_")
    options = {id(model): {"zipmap": False}} if is_classifier else None
    try:
        converted = to_onnx(model, initial_types=[("X", DoubleTensorType([None, features]))], options=options)
    except Exception as error:  # skl2onnx raises many classes, some of its own
        return f"skl2onnx cannot convert it: {error}"
    estimator = {
        "name": type(_steps(model)[0]).__name__,
        "refuses_nan": _refuses_nan(model),
        "features": features,
        "methods": [method for method in METHODS if hasattr(model, method)],
    }
    return converted.SerializeToString(), estimator


def _unlike(model: Any) -> str | None:
    """Why the ONNX model would give something else than the model."""
    import numpy

    classes = getattr(model, "classes_", None)
    if classes is not None and getattr(classes, "dtype", None) != numpy.dtype("int64"):
        return "its classes are no int64: fit it to numbers, and keep a list of their names"
    if classes is None and hasattr(model, "predict") and not hasattr(model, "cluster_centers_"):
        sample = numpy.zeros((1, model.n_features_in_))
        if numpy.ndim(model.predict(sample)) != 1:
            return "it predicts several numbers for each sample"
    return None


def _steps(model: Any) -> list[Any]:
    """The steps of a pipeline; of any other model itself."""
    steps = [step for _, step in getattr(model, "steps", []) if step is not None and step != "passthrough"]
    return steps or [model]


def _refuses_nan(model: Any) -> str | None:
    """The class of the first step that does not take NaN."""
    from sklearn.utils import get_tags

    refusing = (type(step).__name__ for step in _steps(model) if not get_tags(step).input_tags.allow_nan)
    return next(refusing, None)
