"""Hotforge compiles typed Python predictors into native libraries.

`@compile` and `Parameter` mark a predictor in its source; `load` opens a compiled one:

```python
import hotforge

embed = hotforge.load("build/embed")
vectors = embed(["hello", "world"], task="query")
```
"""

from hotforge.library import Library, Predictor, PredictorError, load
from hotforge.marking import compile
from hotforge.parameter import Parameter

__all__ = ["Library", "Parameter", "Predictor", "PredictorError", "compile", "load"]
__version__ = "0.1.0"
