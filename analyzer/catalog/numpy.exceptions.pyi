"""The exceptions of numpy."""

class AxisError(builtins.ValueError, builtins.IndexError):
    """An axis is given that the array does not have, or one twice."""
