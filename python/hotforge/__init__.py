"""Hotforge compiles typed Python predictors into native libraries.

`@compile` and `Parameter` mark a predictor in its source; `load` opens a compiled one:

```python
import hotforge

embed = hotforge.load("build/embed")
vectors = embed(["hello", "world"], task="query")
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hotforge.marking import compile
from hotforge.parameter import Parameter

if TYPE_CHECKING:
    from hotforge.library import Library, Predictor, PredictorError, Record, load

__all__ = ["Library", "Parameter", "Predictor", "PredictorError", "Record", "compile", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """What calls libraries is imported when it is first used: a module that only marks predictors never needs it."""
    if name in __all__:
        from hotforge import library

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
