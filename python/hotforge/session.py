"""Compiles functions of a live session: `compile_function`, and what `%%compile` and `@compile(jit=True)` stand on.

The types and values of globals are those of the session's objects; nothing is run again. The `hotforge` program does the work
and asks for the values it needs while it is at it (`hotforge session`).
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import types
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from hotforge import loading
from hotforge.capture import Describer, describe_error
from hotforge.errors import last_error
from hotforge.library import Library, Predictor, function_of, load, with_call
from hotforge.live import Gathered, NoSource, Session, gather_function
from hotforge.onnxruntime import installed_library
from hotforge.report import CompileError, Report
from hotforge.tracebacks import in_python

#: Told what goes on: a stage, and how much of it is done where that is known.
Progress = Callable[[str, float | None], None]

#: Names the program, where it is not beside Python or on the path.
VARIABLE = "HOTFORGE_PROGRAM"
#: The file that the text of a session counts as, in the folder that imports are found from. It is never written.
_TEXT = "__hotforge_session__.py"


@dataclass
class Wish:
    """What is to come of a compile."""

    #: `bundle`, `check`, `rust` or `ir`.
    want: str = "bundle"
    #: The name of the bundle and of the library in it.
    name: str = "cell"
    #: The folder below which the bundle is written; one that goes with the session where it is not named.
    output: Path | None = None


@dataclass
class Outcome:
    """What came of a compile that worked."""

    report: Report
    gathered: Gathered
    #: The compiled functions by name; none where nothing was to be built.
    functions: dict[str, Native] = field(default_factory=dict)


class Native:
    """A function that was compiled from a Python function, and is called like it.

    `python` is the Python function, `report` what is known of the compile, `bundle` the folder of the library.
    An exception of the library comes with the lines of the Python source.
    """

    __name__: str

    def __init__(self, predictor: Predictor, python: Callable[..., Any], report: Report, sources: dict[str, str]) -> None:
        functools.update_wrapper(self, python)
        self.predictor = predictor
        self.python = python
        self.report = report
        self._sources = sources
        self.__signature__ = predictor.__signature__

    @classmethod
    def of(cls, predictor: Predictor, python: Callable[..., Any], report: Report, sources: dict[str, str]) -> Native:
        """The function, called as directly as the predictor is."""
        library = predictor._native  # noqa: SLF001 - ours

        def fail() -> None:
            __tracebackhide__ = True
            raise in_python(last_error(library), sources)

        call = function_of(library, predictor.__name__, fail)
        return with_call(cls, call)(predictor, python, report, sources)

    @property
    def bundle(self) -> Path:
        return Path(self.report.bundle)

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        __tracebackhide__ = True
        try:
            return self.predictor(*args, **kwargs)
        except Exception as error:
            raise in_python(error, self._sources) from None

    def __repr__(self) -> str:
        return f"<native {self.__name__}{self.__signature__}>"


def compile_function(function: Callable[..., Any], *, progress: Progress | None = None) -> Native:
    """Compiles a Python function of this process and gives the native one.

    Its globals are what they are now, and are frozen into the library. Raises `CompileError`, which tells what is wrong and
    where, when the function cannot be compiled.
    """
    if isinstance(function, Native):
        return function
    if isinstance(function, JustInTime):
        function = function.python
    if not isinstance(function, types.FunctionType):
        raise TypeError(f"compile_function() takes a function written in Python, not {type(function).__name__}")
    try:
        session, gathered = gather_function(function)
    except NoSource as error:
        raise CompileError(str(error), Report({"diagnostics": []}, {})) from None
    outcome = build(session, gathered, Wish(name=function.__name__.lower()), progress, {function.__name__: function})
    return outcome.functions[function.__name__]


class JustInTime:
    """A function that is compiled when it is called first: `@compile(jit=True)`."""

    __qualname__: str

    def __init__(self, python: types.FunctionType) -> None:
        functools.update_wrapper(self, python)
        self.python = python
        self.native: Native | None = None

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        if self.native is None:
            self.native = compile_function(self.python)
        return self.native(*args, **kwargs)

    def __repr__(self) -> str:
        return repr(self.native) if self.native else f"<function {self.__qualname__}, compiled at its first call>"


def build(
    session: Session,
    gathered: Gathered,
    wish: Wish,
    progress: Progress | None = None,
    python: dict[str, Any] | None = None,
) -> Outcome:
    """Has the program compile a gathered module. `python` are the Python functions, where the session's names are others."""
    texts = {label: source.text for label, source in gathered.sources.items()}
    folder = _Folder()
    output = wish.output or folder.path
    answer = _Talk(session, gathered, folder.path, progress or (lambda stage, done: None)).run(wish, output)
    report = Report(answer, texts)
    report.raise_if_refused()
    if wish.want != "bundle":
        return Outcome(report, gathered)
    loaded = load(report.bundle)
    predictors = loaded.predictors if isinstance(loaded, Library) else {loaded.__name__: loaded}
    filenames = {label: source.filename for label, source in gathered.sources.items()}
    functions = {}
    for name, predictor in predictors.items():
        function = (python or {}).get(name, session.names.get(name))
        native = Native.of(predictor, _python_of(function), report, filenames)
        weakref.finalize(native, folder.leave)
        folder.enter()
        functions[name] = native
    return Outcome(report, gathered, functions)


def _python_of(function: Any) -> Any:
    return function.python if isinstance(function, Native | JustInTime) else function


class _Folder:
    """A temporary folder for a library, as long as any function of it lives and at most as long as the process."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="hotforge-session-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self._users = 0

    def enter(self) -> None:
        self._users += 1

    def leave(self) -> None:
        self._users -= 1
        if self._users == 0:
            self._folder.cleanup()


class _Talk:
    """One run of the program, and what it is told."""

    def __init__(self, session: Session, gathered: Gathered, folder: Path, progress: Progress) -> None:
        self.session = session
        self.gathered = gathered
        self.folder = folder
        self.progress = progress
        self.file = os.path.join(_folder_of(session), _TEXT)

    def run(self, wish: Wish, output: Path) -> dict[str, Any]:
        request = self.folder / "request.json"
        want = {"bundle": str(output)} if wish.want == "bundle" else wish.want
        request.write_text(
            json.dumps(
                {
                    "file": self.file,
                    "text": self.gathered.text,
                    "origins": self.gathered.origins,
                    "name": wish.name,
                    "want": want,
                    # A bundle for keeps is whole; this process has the models at hand.
                    "embed": wish.output is not None,
                    "onnxruntime": installed_library(),
                    "python": sys.executable,
                }
            ),
            encoding="utf-8",
        )
        with _start(find_program(), request) as process:
            try:
                return self._listen(process)
            except BaseException:
                _end(process)
                raise

    def _listen(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        stdin, stdout = process.stdin, process.stdout
        assert stdin is not None and stdout is not None
        for line in stdout:
            told = json.loads(line)
            if "result" in told:
                result: dict[str, Any] = told["result"]
                return result
            self._react(told, stdin)
        errors = process.stderr.read() if process.stderr else ""
        message = f"the hotforge program ended with {process.wait()}"
        return {"diagnostics": [], "error": {"code": "HF0900", "message": message, "detail": errors, "help": None}}

    def _react(self, told: dict[str, Any], stdin: IO[str]) -> None:
        match told:
            case {"stage": stage}:
                self.progress(stage, None)
            case {"crates": [done, total, name]}:
                self.progress(f"building the runtime, once: {name}", done / total)
            case {"warning": message}:
                self.progress(f"warning: {message}", None)
            case {"capture": request, "results": results}:
                self._describe(Path(request), Path(results))
                stdin.write("\n")
                stdin.flush()

    def _describe(self, request: Path, results: Path) -> None:
        """Describes the values that are asked for, as `hotforge.capture` does for a module that it runs."""
        results.mkdir()
        asked = json.loads(request.read_text(encoding="utf-8"))
        describer = Describer(results, asked["root"], {self.session.module: self.file})
        try:
            values = [self._value(describer, wanted) for wanted in asked["globals"]]
            result: dict[str, Any] = {"values": values}
        except Exception as error:  # noqa: BLE001 - properties of the user's objects may raise
            result = {"error": describe_error(error)}
        (results / "result.json").write_text(json.dumps(result), encoding="utf-8")

    def _value(self, describer: Describer, wanted: dict[str, str]) -> dict[str, Any]:
        if wanted["file"] == self.file:
            names = self.session.names
        else:
            names = vars(loading.import_file(wanted["file"]))
        return describer.describe(names[wanted["name"]]) if wanted["name"] in names else {"kind": "missing"}


def _folder_of(session: Session) -> str:
    file = session.names.get("__file__")
    return os.path.dirname(os.path.abspath(file)) if isinstance(file, str) else os.getcwd()


def _start(program: str, request: Path) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            [program, "session", str(request)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            # An interrupt is for us; all that it started ends with it.
            start_new_session=True,
        )
    except OSError as error:
        raise _unusable(f"the hotforge program cannot be started: {program}: {error.strerror}") from None


def _end(process: subprocess.Popen[str]) -> None:
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass


def find_program() -> str:
    """The `hotforge` program: the one that `HOTFORGE_PROGRAM` names, beside this Python, or on the path."""
    if named := os.environ.get(VARIABLE):
        return named
    # Not resolved: the Python of an environment is a link to another.
    beside = Path(sys.executable).with_name("hotforge.exe" if os.name == "nt" else "hotforge")
    if beside.is_file():
        return str(beside)
    if found := shutil.which("hotforge"):
        return found
    raise _unusable("the hotforge program was not found")


def _unusable(message: str) -> CompileError:
    help_text = f"install it so that it is on the PATH, or name it in the environment variable {VARIABLE}"
    error = {"code": "HF0903", "message": message, "detail": None, "help": help_text}
    return CompileError(f"{message}\nhelp: {help_text}", Report({"diagnostics": [], "error": error}, {}))
