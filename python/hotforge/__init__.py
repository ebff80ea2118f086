"""Hotforge compiles typed Python predictors into native libraries.

`@compile` and `Parameter` mark a predictor in its source; `load` opens a compiled one:

```python
import hotforge

embed = hotforge.load("build/embed")
vectors = embed(["hello", "world"], task="query")
```

`compile_function` compiles a function of this very process, and `%load_ext hotforge` makes `%%compile` known to a notebook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hotforge.marking import compile
from hotforge.parameter import Parameter

if TYPE_CHECKING:
    from hotforge.library import Library, Predictor, PredictorError, Record, load
    from hotforge.report import CompileError
    from hotforge.session import compile_function

__all__ = [
    "CompileError", "Library", "Parameter", "Predictor", "PredictorError", "Record", "compile", "compile_function", "load",
]  # fmt: skip
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """What calls libraries is imported when it is first used: a module that only marks predictors never needs it."""
    if name in ("CompileError", "compile_function"):
        from hotforge import session

        return getattr(session, name)
    if name in __all__:
        from hotforge import library

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_ipython_extension(shell: Any) -> None:
    """What `%load_ext hotforge` calls."""
    try:
        import hotforge_jupyter
    except ModuleNotFoundError as error:
        raise ImportError("the magics are a package of their own: `pip install hotforge[jupyter]`") from error
    hotforge_jupyter.load_ipython_extension(shell)
