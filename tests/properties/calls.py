"""Tables of calls that are compared with the libraries they belong to: a row gives an operator its generated cases.

A row is an expression and what it needs: each name of it is annotated and made by an `Input`. A table whose library is too
large to be installed with the tests keeps what that gives in a file beside it; `record_calls.py` makes such files.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent


@dataclass
class Input:
    """How an argument is annotated, and how one is made."""

    annotation: str
    make: Callable[[np.random.Generator], Any]


@dataclass
class Row:
    """An operator and what it is called with."""

    name: str
    expression: str
    tolerance: float | str | None
    #: Statements that come before the expression.
    before: str
    inputs: dict[str, Input]


@dataclass
class Table:
    """The rows of a library."""

    #: The name of the file that they stand in.
    name: str
    #: What a module of predictors starts with.
    header: str
    #: How many generated cases each row has.
    cases: int
    #: Where what the library gives is kept in a file, the package that it came from.
    recorded: str | None = None
    rows: list[Row] = field(default_factory=list)

    def row(self, name: str, expression: str, tolerance: float | str | None = None, before: str = "", **inputs: Input) -> None:
        """Adds a row."""
        self.rows.append(Row(name, expression, tolerance, before, inputs))

    @property
    def path(self) -> Path:
        """The file with what the library gives."""
        return HERE / f"{self.name}_expected.json.gz"

    def source(self, number: int) -> str:
        """The predictor of a row."""
        row = self.rows[number]
        parameters = ", ".join(f"{name}: {given.annotation}" for name, given in row.inputs.items())
        before = "".join(f"    {line.strip()}\n" for line in row.before.split(";") if line.strip())
        return f"@compile()\ndef p{number}({parameters}):\n{before}    return {row.expression}\n\n\n"

    def arguments(self, number: int) -> list[tuple]:
        """The recorded cases of a row, always the same."""
        row = self.rows[number]
        rng = np.random.default_rng(zlib.crc32(f"{row.name} {row.expression} {row.before}".encode()))
        return [self.case(number, rng) for _ in range(self.cases)]

    def case(self, number: int, rng: np.random.Generator) -> tuple:
        """The arguments of a case of a row."""
        return tuple(given.make(rng) for given in self.rows[number].inputs.values())

    def module(self, numbers) -> str:
        """A module with the predictors of some rows."""
        return self.header + "".join(self.source(number) for number in numbers)


def number(low: float, high: float) -> Input:
    """A float between two."""
    return Input("float", lambda rng: float(np.round(rng.uniform(low, high), 3)))


def integer(low: int, high: int) -> Input:
    """An int from one to another."""
    return Input("int", lambda rng: int(rng.integers(low, high + 1)))


def flag() -> Input:
    """A truth value."""
    return Input("bool", lambda rng: bool(rng.integers(0, 2)))


def array_annotation(dtype: str, *axes: int | str) -> str:
    """The annotation of an array; an axis is a length or `int`."""
    lengths = ", ".join(f"Literal[{axis}]" if isinstance(axis, int) else axis for axis in axes)
    return f"np.ndarray[tuple[{lengths}], np.dtype[np.{dtype}]]"
