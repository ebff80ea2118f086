"""The magics `%%compile` and `%compile`."""

from __future__ import annotations

import ast
import re
import time
from pathlib import Path
from types import FunctionType
from typing import Any

from hotforge.live import Executed, Gathered, NoSource, gather
from hotforge.notebook import NotebookSession, session_of
from hotforge.report import CompileError, Report
from hotforge.session import JustInTime, Native, Wish, build
from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_cell_magic, magics_class
from IPython.display import display

from hotforge_jupyter.comparison import Comparison, compare
from hotforge_jupyter.options import NAMES, Options, parse, require
from hotforge_jupyter.progress import Shown
from hotforge_jupyter.result import Emitted, Result


class Refused(CompileError):
    """A cell that cannot be compiled: what is wrong is shown already."""

    def _render_traceback_(self) -> list[str]:
        return [f"CompileError: {self}"]


class NotPython(Exception):
    """A cell that does not parse. Shown as IPython shows a `SyntaxError`: without the way there."""

    def __init__(self, message: str, shown: list[str]) -> None:
        super().__init__(message)
        self.shown = shown

    def _render_traceback_(self) -> list[str]:
        return self.shown


NotPython.__name__ = "SyntaxError"


class Cancelled(KeyboardInterrupt):
    """A compile that was interrupted."""

    def _render_traceback_(self) -> list[str]:
        return [f"Cancelled: {self}"]


@magics_class
class CompileMagics(Magics):
    """`%%compile` and `%compile`."""

    def __init__(self, shell: Any) -> None:
        super().__init__(shell)
        for magic in ("%compile", "%%compile"):
            shell.set_hook("complete_command", _complete, str_key=magic)

    @line_cell_magic("compile")
    def compile(self, line: str, cell: str | None = None) -> None:
        """Compile functions to native code.

        ::

            %%compile [NAMES] [--check] [--emit rust|ir] [--save PATH] [--entry NAME] [--time] [--compare [EXPRESSION]]
            %compile NAMES [the same options]

        On top of a cell, `%%compile` executes the cell, then compiles its functions and binds their names to the native
        ones. Types and values of globals are those of the kernel's objects as they are now, and are frozen into the
        library; functions that the cell calls are found where they were defined, in other cells or modules.
        `%compile f` does the same with a function that is there already.

        NAMES            the functions to compile. Without, those marked by `@compile`, or else those that no other
                         function of the cell mentions: what they call is compiled with them.
        --entry NAME     the same for one name.
        --check          only check: types and diagnostics, nothing is built or bound.
        --emit rust|ir   print the generated Rust, or the typed IR, instead of building.
        --compare EXPR   evaluate the expression with the Python function and with the native one, assert that both give
                         the same, and show how long each takes. Without an expression: the last call in the cell.
        --save PATH      write the bundle (the library, its manifest and C header) to that folder.
        --time           show how long each stage took, in a terminal too.

        The Python function stays at hand as `f.python`, the folder of the library as `f.bundle`.

        Examples
        --------
        ::

            %%compile --compare mean([1.0, 2.0])
            def mean(values: list[float]) -> float:
                return sum(values) / len(values)
        """
        __tracebackhide__ = True
        started = time.perf_counter()
        options = parse(line)
        session = session_of(self.shell)
        if cell is None:
            names = options.names
            if not names:
                raise UsageError("%compile: name the functions to compile, or write `%%compile` on top of a cell")
            known = [name for name, value in session.names.items() if _python(value) is not None]
            require(names, known, "there is")
            executed = None
        else:
            executed = session.enter(line, cell)
            _execute(self.shell, executed)
            names = _functions(executed)
            if not names:
                raise UsageError("%%compile: the cell defines no function")
            require(options.names, names, "the cell defines")
        _Run(self.shell, session, options, names, executed, started).run()


class _Run:
    """One compile of a magic."""

    def __init__(
        self, shell: Any, session: NotebookSession, options: Options, names: list[str], cell: Executed | None, started: float
    ) -> None:
        self.shell = shell
        self.session = session
        self.options = options
        self.names = names
        self.cell = cell
        self.started = started
        self.subject = " and ".join(f"`{name}`" for name in options.names or names)

    def run(self) -> None:
        expression = self._expression()
        shown = Shown()
        try:
            gathered = gather(self.session, self.names, self.options.names)
            outcome = build(self.session, gathered, self._wish(), shown.progress)
        except KeyboardInterrupt:
            shown.clear()
            raise Cancelled(f"{self.subject} stays what it was") from None
        except NoSource as error:
            shown.clear()
            raise Refused(str(error), Report({"diagnostics": []}, {})) from None
        except CompileError as error:
            shown.finish(self._result(error.report, None))
            raise Refused(_summary(error, self.subject), error.report) from None
        if outcome.report.text:
            shown.finish(Emitted(self.options.emit or "", outcome.report.text))
            return
        self.session.names.update(outcome.functions)  # type: ignore[attr-defined]
        _NATIVE.update(outcome.functions)
        seconds = time.perf_counter() - self.started
        comparison = None
        if outcome.functions and expression is not None:
            comparison = compare(self.session.names, outcome.functions, expression)
        shown.finish(self._result(outcome.report, gathered, outcome.functions, seconds, comparison))
        if comparison is not None:
            comparison.require_agreement()

    def _wish(self) -> Wish:
        if self.options.check:
            return Wish("check")
        if self.options.emit:
            return Wish(self.options.emit)
        if self.options.save is None:
            return Wish()
        path = self.options.save.absolute()
        name = re.sub(r"\W", "_", path.name, flags=re.ASCII)
        if name != path.name or name[:1].isdigit():
            raise UsageError(f"%compile: the folder of a bundle is named like a function: `{path.name}` is not")
        return Wish(name=name, output=path.parent)

    def _expression(self) -> str | None:
        """What is to be compared; None where nothing is."""
        if self.options.compare is None or self.options.compare:
            return self.options.compare
        last = self.cell.tree.body[-1] if self.cell is not None and self.cell.tree.body else None
        if isinstance(last, ast.Expr) and self.cell is not None:
            return ast.get_source_segment(self.cell.text, last.value) or ast.unparse(last.value)
        raise UsageError(f"%compile: say what to call, such as `--compare {self.names[0]}(…)`")

    def _result(
        self,
        report: Report,
        gathered: Gathered | None,
        functions: dict[str, Native] | None = None,
        seconds: float = 0.0,
        comparison: Comparison | None = None,
    ) -> Result:
        return Result(
            report=report,
            cell=self.cell,
            functions=functions or {},
            seconds=seconds,
            comparison=comparison,
            saved=self.options.save,
            with_times=self.options.time,
            cells=_numbers(self.shell, gathered),
        )


#: The functions that were compiled last, by name.
_NATIVE: dict[str, Native] = {}


def switch(shell: Any, form: str, names: list[str]) -> None:
    """Binds names to the `native` functions or to the `python` ones."""
    for name in names:
        native = _NATIVE.get(name)
        if native is None:
            raise UsageError(f"`{name}` is not compiled in this kernel: run its cell")
        shell.user_ns[name] = native.python if form == "python" else native


def _numbers(shell: Any, gathered: Gathered | None) -> dict[str, str]:
    """What the sources are called for people: `In[3]`."""
    numbers = getattr(shell.compile, "_filename_map", {})
    sources = gathered.sources if gathered is not None else {}
    return {
        label: f"In[{numbers[source.filename]}]" if source.filename in numbers else Path(source.filename).name
        for label, source in sources.items()
    }


def _execute(shell: Any, cell: Executed) -> None:
    """Executes the cell as IPython would, and shows the value of the last expression."""
    __tracebackhide__ = True
    tree = _parsed(shell, cell)
    last = tree.body[-1] if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    if last is not None:
        tree.body.pop()
    flags = shell.compile.flags
    exec(compile(tree, cell.filename, "exec", flags, dont_inherit=True), shell.user_ns)
    if last is not None:
        value = eval(compile(ast.Expression(last.value), cell.filename, "eval", flags, dont_inherit=True), shell.user_ns)
        if value is not None:
            display(value)


def _parsed(shell: Any, cell: Executed) -> ast.Module:
    try:
        return ast.parse(cell.text, cell.filename)
    except SyntaxError as error:
        raise NotPython(str(error), shell.SyntaxTB.structured_traceback(type(error), error, [])) from None


def _functions(cell: Executed) -> list[str]:
    """The functions that a cell defines at its top level."""
    names = [node.name for node in cell.tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return list(dict.fromkeys(names))


def _python(value: Any) -> FunctionType | None:
    python = value.python if isinstance(value, Native | JustInTime) else value
    python = getattr(python, "__wrapped__", python)
    return python if isinstance(python, FunctionType) else None


def _summary(error: CompileError, subject: str) -> str:
    if error.report.error is not None:
        return str(error.report.error["message"])
    count = sum(one["severity"] == "error" for one in error.report.diagnostics)
    if count == 0:
        return str(error)
    return f"{subject} cannot be compiled: {count} error{'s' if count > 1 else ''}"


def _complete(shell: Any, event: Any) -> list[str]:
    """What can stand behind `%%compile`: options, and names of functions."""
    words = event.line.split()
    if words and words[-1] == "--emit" and not event.symbol or len(words) > 1 and words[-2] == "--emit":
        return ["rust", "ir"]
    functions = [name for name, value in shell.user_ns.items() if _python(value) is not None and not name.startswith("_")]
    return [*NAMES, *functions]
