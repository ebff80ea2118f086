"""Which predictors need a model: there is none in the evaluator, so that what these do cannot be evaluated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

#: Libraries whose objects are models, or parts of one.
LIBRARIES = {"onnxruntime", "sklearn", "tokenizers", "transformers"}


def needing(path: Path) -> dict[str, str]:
    """The functions of a file that read a model, or call one that does, each with the name by which it reads it."""
    body = ast.parse(path.read_text()).body
    models = {name for statement in body for name in imported(statement)}
    found: dict[str, str] = {}
    size = -1
    # A name that is made of a model stands for one, too; it may be made of one that is defined further down.
    while size != len(models):
        size = len(models)
        for statement in body:
            read = sorted(models & set(loaded(statement)))
            if not read:
                continue
            names = defined(statement)
            models.update(names)
            if isinstance(statement, ast.FunctionDef):
                found.setdefault(statement.name, read[0])
    return found


def imported(statement: ast.stmt) -> Iterator[str]:
    """The names that an import binds to what is of such a library."""
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            if alias.name.split(".")[0] in LIBRARIES:
                yield alias.asname or alias.name.split(".")[0]
    if isinstance(statement, ast.ImportFrom) and (statement.module or "").split(".")[0] in LIBRARIES:
        yield from (alias.asname or alias.name for alias in statement.names)


def loaded(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement reads, by which it may call something; not those of its decorators."""
    inner = statement.body if isinstance(statement, ast.FunctionDef) else [statement]
    for part in inner:
        yield from (node.id for node in ast.walk(part) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))


def defined(statement: ast.stmt) -> list[str]:
    """The names that a statement binds at the top of a module."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return [statement.name]
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    nodes = [node for target in targets if target is not None for node in ast.walk(target)]
    return [node.id for node in nodes if isinstance(node, ast.Name)]
