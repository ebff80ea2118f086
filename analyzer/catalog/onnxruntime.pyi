"""Runs ONNX models."""

class InferenceSession:
    """A model that is ready to run. `run(names, feed)` gives its outputs, which the model's file tells the types of."""
