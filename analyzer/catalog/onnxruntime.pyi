"""Runs ONNX models."""

class InferenceSession:
    """A model that is ready to run. `run(names, feed)` gives its outputs, which the model's file tells the types of."""

    def get_inputs(self) -> list[NodeArg]:
        """What the model takes, in its order."""

    def get_outputs(self) -> list[NodeArg]:
        """What the model gives, in its order."""

class NodeArg:
    """An input or output of a model."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    @native("onnxruntime::node_arg::kind")
    def type(self) -> str:
        """What it is: `tensor(float)`."""
