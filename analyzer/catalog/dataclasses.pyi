"""The exceptions of `dataclasses`. Its functions and decorators are read by the tracer itself."""

class FrozenInstanceError(builtins.AttributeError):
    """A field of a frozen dataclass is assigned."""
