"""What the benchmarks of functions share: a Python function, the native one and a peer's take turns in one process.

A call of each that compiles or warms up is not counted. The least time of each is compared, since a machine that does other
things too only ever makes it slower.
"""

from __future__ import annotations

import copy
import importlib.util
import math
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "python"))

ROUNDS = 15
#: How many times each is called in its turn: the first call finds the processor's caches full of what the others left there.
CALLS = 3
#: Seconds from which on a call is long enough for that to make no difference.
SLOW = 0.05


@dataclass
class Times:
    """The least seconds of one function; not every peer can compile all."""

    name: str
    python: float
    native: float
    peer: float | None = None

    @property
    def gain(self) -> float:
        """How many times as fast as the Python function."""
        return self.python / self.native

    @property
    def lead(self) -> float | None:
        """How many times as fast as the peer."""
        return self.peer and self.peer / self.native


def take_turns(name: str, functions: list[Callable[..., Any]], arguments: tuple, is_same: Callable[[Any, Any], bool]) -> Times:
    """The times of the Python function, the native one and, if it is there, the peer's, which must give the same."""
    first, *others = [function(*copy.deepcopy(arguments)) for function in functions]
    for other in others:
        assert is_same(first, other), (name, first, other)
    least = [math.inf] * len(functions)
    for _ in range(ROUNDS):
        for place, function in enumerate(functions):
            for _ in range(CALLS if least[place] < SLOW else 1):
                started = time.perf_counter()
                function(*arguments)
                least[place] = min(least[place], time.perf_counter() - started)
    return Times(name, *least)


def geometric_mean(ratios: Iterable[float]) -> float:
    logarithms = [math.log(ratio) for ratio in ratios]
    return math.exp(sum(logarithms) / len(logarithms))


def workloads(folder: Path, wanted: list[str]) -> list[Path]:
    """The files of a benchmark's workloads; all where none is named."""
    return [path for path in sorted((folder / "workloads").glob("*.py")) if not wanted or path.stem in wanted]


def load_module(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[path.stem] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module
