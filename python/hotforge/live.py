"""The source of functions of a live session, and of all that they mention: one text, put together of what was executed.

The objects that the names of the session stand for decide: of a function or a class that text is taken which made it, wherever
it stands, and of any other name the statement that bound it last. What a statement does not tell, the values of globals, is
asked of the objects later.
"""

from __future__ import annotations

import ast
import hashlib
import inspect
import linecache
import os
import sys
import textwrap
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol


@dataclass(frozen=True)
class Executed:
    """A text that was executed: a cell, or a module. `filename` is Python's name for it, the key of `linecache`."""

    filename: str
    text: str
    is_cell: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        try:
            return ast.parse(self.text)
        except SyntaxError:
            return ast.Module([], [])

    @cached_property
    def label(self) -> str:
        """What the compiler calls it. Of a cell it is the same for the same text, so that what was compiled is found again."""
        if not self.is_cell:
            return self.filename
        return f"<cell {hashlib.blake2b(self.text.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}>"


class Session(Protocol):
    """Where functions live."""

    @property
    def names(self) -> Mapping[str, Any]:
        """The global names and their values."""

    @property
    def module(self) -> str:
        """The name of the module that they belong to."""

    @property
    def hidden(self) -> frozenset[str]:
        """Names that the session itself has put there, which count as if they were not."""

    def executed(self) -> list[Executed]:
        """What was executed, in order."""


@dataclass(frozen=True)
class _Statement:
    """A statement at the top level of an executed text. `order` tells when it ran."""

    source: Executed
    node: ast.stmt
    order: tuple[int, int]

    @property
    def first_line(self) -> int:
        decorators = getattr(self.node, "decorator_list", [])
        return min(self.node.lineno, *(decorator.lineno for decorator in decorators)) if decorators else self.node.lineno

    @property
    def lines(self) -> list[str]:
        lines = self.source.text.split("\n")[self.first_line - 1 : self.node.end_lineno]
        # A function may be defined in an `if` or a `try`.
        return lines if self.node.col_offset == 0 else textwrap.dedent("\n".join(lines)).split("\n")


@dataclass
class Gathered:
    """A module put together of statements."""

    text: str = ""
    #: Where its parts come from, as the compiler is told.
    origins: list[dict[str, Any]] = field(default_factory=list)
    #: The executed texts by the names that the compiler calls them.
    sources: dict[str, Executed] = field(default_factory=dict)

    def add(self, statement: _Statement) -> None:
        self.sources[statement.source.label] = statement.source
        self.origins.append({"line": self._next_line(), "path": statement.source.label, "start": statement.first_line})
        self.text += "\n".join(statement.lines) + "\n"

    def write(self, line: str) -> None:
        """A line that stands in no executed text."""
        self.origins.append({"line": self._next_line(), "path": "<session>", "start": 1})
        self.text += line + "\n"

    def _next_line(self) -> int:
        return self.text.count("\n") + 1


class NoSource(Exception):
    """The source of a function is not known."""


def gather(session: Session, functions: list[str], chosen: list[str]) -> Gathered:
    """The module that holds these functions of the session and what they mention.

    Of `functions` those become predictors that are in `chosen`; where nothing is chosen, the compiler chooses.
    """
    return _Gatherer(session).gather(functions, chosen)


def gather_function(function: types.FunctionType) -> tuple[Session, Gathered]:
    """The module of a Python function, and the session that it lives in."""
    session = _session_of(function)
    gatherer = _Gatherer(session)
    name = function.__name__
    if "<locals>" in function.__qualname__ or gatherer.definition(name, function) is None:
        raise NoSource(
            f"the source of `{function.__qualname__}` is not known: "
            "write it at the top level of a module or a notebook's cell"
        )
    return session, gatherer.gather([name], [name], {name: function})


def _session_of(function: types.FunctionType) -> Session:
    if (ipython := sys.modules.get("IPython")) is not None:
        shell = ipython.get_ipython()
        if shell is not None and function.__globals__ is shell.user_ns:
            from hotforge.notebook import session_of

            return session_of(shell)
    return ModuleSession(function.__globals__)


class ModuleSession:
    """The module of a function: a file, `__main__`, or an interpreter."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.names = names
        self.module: str = names.get("__name__", "__main__")
        self.hidden: frozenset[str] = frozenset()

    def executed(self) -> list[Executed]:
        file = self.names.get("__file__")
        if isinstance(file, str):
            return [Executed(file, "".join(linecache.getlines(file)))]
        # Python 3.13 and later keep what was typed.
        typed = [name for name in linecache.cache if name.startswith(("<python-input-", "<stdin>-"))]
        return [Executed(name, "".join(linecache.getlines(name))) for name in typed]


class _Gatherer:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.executed = session.executed()
        self.by_filename = {source.filename: (order, source) for order, source in enumerate(self.executed)}
        self.bindings: dict[str, list[_Statement]] = {}
        for order, source in enumerate(self.executed):
            for index, node in enumerate(source.tree.body):
                for name in _bound(node):
                    self.bindings.setdefault(name, []).append(_Statement(source, node, (order, index)))

    def gather(self, functions: list[str], chosen: list[str], known: Mapping[str, Any] | None = None) -> Gathered:
        own: dict[str, _Statement] = {}
        for name in functions:
            value = (known or {}).get(name, self.session.names.get(name))
            found = self.definition(name, value)
            if found is None:
                raise NoSource(f"the source of `{name}` is not known: it was not defined in a cell")
            own[name] = found
        definitions, others, imports = self._mentioned(own)
        module = Gathered()
        for line in imports:
            module.write(line)
        for statement in sorted(others, key=lambda one: one.order):
            module.add(statement)
        for statement in sorted(definitions - set(own.values()), key=lambda one: one.order):
            module.add(statement)
        module.write(" ".join(["#%compile", *chosen]))
        for statement in sorted(set(own.values()), key=lambda one: one.order):
            module.add(statement)
        module.write("#%%")
        return module

    def _mentioned(self, own: dict[str, _Statement]) -> tuple[set[_Statement], set[_Statement], list[str]]:
        """What the functions mention, directly or not: definitions, other statements, and imports to be written."""
        definitions, others, imports = set(own.values()), set[_Statement](), []
        seen, queue = set(own), list(own.values())
        while queue:
            for name in _mentions(queue.pop().node):
                if name in seen or name in self.session.hidden or name not in self.session.names:
                    continue
                seen.add(name)
                value = self.session.names[name]
                if (definition := self.definition(name, value)) is not None:
                    definitions.add(definition)
                    queue.append(definition)
                elif (statement := self._binding(name, value)) is not None:
                    others.add(statement)
                    queue.append(statement)
                else:
                    imports.append(_written(name, value))
        return definitions, others, imports

    def definition(self, name: str, value: Any) -> _Statement | None:
        """The statement that defines a function or class; None where it is no definition of the session."""
        value = _unwrapped(value)
        if isinstance(value, types.FunctionType):
            if value.__globals__ is not self.session.names and value.__module__ != self.session.module:
                return None
            return self._at(value.__code__.co_filename, value.__code__.co_firstlineno)
        if isinstance(value, type) and value.__module__ == self.session.module:
            line = getattr(value, "__firstlineno__", None)
            for member in vars(value).values():
                code = getattr(_unwrapped(getattr(member, "__func__", member)), "__code__", None)
                if code is not None and code.co_filename in self.by_filename:
                    return self._at(code.co_filename, line or code.co_firstlineno)
            for statement in reversed(self.bindings.get(value.__name__, [])):
                if isinstance(statement.node, ast.ClassDef):
                    return statement
        return None

    def _at(self, filename: str, line: int) -> _Statement | None:
        """The function or class of the module that holds the line of a text."""
        order, source = self.by_filename.get(filename, (len(self.executed), None))
        if source is None:
            text = "".join(linecache.getlines(filename))
            if not text:
                return None
            source = Executed(filename, text, is_cell=not os.path.exists(filename))
            self.by_filename[filename] = order, source
        for index, node in enumerate(_definitions(source.tree.body)):
            statement = _Statement(source, node, (order, index))
            if statement.first_line <= line <= (node.end_lineno or node.lineno):
                return statement
        return None

    def _binding(self, name: str, value: Any) -> _Statement | None:
        """The statement that bound a name last, as far as its value agrees."""
        for statement in reversed(self.bindings.get(name, [])):
            if isinstance(statement.node, ast.Import | ast.ImportFrom):
                if not _imports(statement.node, name, value):
                    continue
            elif isinstance(value, types.ModuleType):
                continue
            return statement
        return None


def _definitions(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The functions and classes of a module, those in an `if`, a `try` or a `with` too."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node
            continue
        for part in ("body", "orelse", "finalbody"):
            yield from _definitions(getattr(node, part, None) or [])
        for handler in getattr(node, "handlers", []):
            yield from _definitions(handler.body)


def _unwrapped(value: Any) -> Any:
    """The function behind decorators that say what they wrap."""
    try:
        return inspect.unwrap(value)
    except ValueError:
        return value


def _imports(node: ast.Import | ast.ImportFrom, name: str, value: Any) -> bool:
    """Whether the import gives the name that value."""
    if isinstance(node, ast.ImportFrom):
        module = sys.modules.get("." * node.level + (node.module or ""))
        for alias in node.names:
            if (alias.asname or alias.name) == name:
                missing = object()
                found = getattr(module, alias.name, missing) if module is not None else missing
                return node.level > 0 or found is value or (found is missing and module is None)
        return False
    for alias in node.names:
        if (alias.asname or alias.name.partition(".")[0]) == name:
            return sys.modules.get(alias.name if alias.asname else name) is value
    return False


def _written(name: str, value: Any) -> str:
    """A line that binds a name to what it stands for, where no statement is known that did."""
    if isinstance(value, types.ModuleType):
        return f"import {value.__name__} as {name}"
    module, own = getattr(value, "__module__", None), getattr(value, "__name__", None)
    is_found = isinstance(module, str) and isinstance(own, str) and own.isidentifier()
    if is_found and getattr(sys.modules.get(str(module)), str(own), None) is value:
        return f"from {module} import {own} as {name}"
    # Its value is asked for.
    return f"{name} = __live__"


def _bound(node: ast.stmt) -> Iterator[str]:
    """The names that a statement at the top level binds."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
            return
        case ast.Import() | ast.ImportFrom():
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0]
            return
    for child in ast.walk(node):
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
        elif isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield child.name
        elif isinstance(child, ast.Import | ast.ImportFrom):
            yield from _bound(child)


def _mentions(node: ast.AST) -> Iterator[str]:
    """The names that stand in a statement, those in quoted annotations too."""
    for child in ast.walk(node):
        if isinstance(child, ast.Name):
            yield child.id
        for quoted in _annotations(child):
            try:
                tree = ast.parse(quoted, mode="eval")
            except SyntaxError:
                continue
            yield from _mentions(tree)


def _annotations(node: ast.AST) -> Iterator[str]:
    declared = [getattr(node, "annotation", None), getattr(node, "returns", None)]
    for annotation in filter(None, declared):
        for child in ast.walk(annotation):
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child.value
