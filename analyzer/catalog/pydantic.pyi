"""The exception of `pydantic`. Its models and what annotations say beside types are read by the tracer itself."""

class ValidationError(builtins.ValueError):
    """What was given to a model does not fit its fields."""
