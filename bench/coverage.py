"""How much of other people's typed Python would compile unchanged, and why the rest would not.

Usage: coverage.py HOTFORGE FOLDER [--list]

Takes each module-level function of a folder of Python files whose parameters and result are all annotated, marks it as
a predictor, leaves everything else as it is, and checks the file. Nothing of the files is run. Prints how many are
free of errors, how many more are with the types that the refusals of loose annotations propose, and the most frequent first
errors of the others; `--list` prints every refused function.
"""

import ast
import collections
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MARK = "import hotforge as __hotforge\n"
TIME_LIMIT = 60
# The codes of annotations that are missing or say too little.
LOOSE = ("HF0300", "HF0301")


def main() -> None:
    hotforge, folder = sys.argv[1], Path(sys.argv[2])
    functions = [found for path in sorted(folder.rglob("*.py")) for found in typed_functions(path)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        errors = list(pool.map(lambda found: first_error(hotforge, *found), functions))
    ready = sum(error is None for error in errors)
    print(f"{ready} of {len(functions)} functions ({ready / len(functions):.0%}) compile unchanged")
    loose = [found for found, error in zip(functions, errors) if error and error["code"] in LOOSE]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        mended = list(pool.map(lambda found: mend(hotforge, *found), loose))
    proposed = sum(fixes > 0 for fixes, _ in mended)
    compiling = sum(fixes > 0 and error is None for fixes, error in mended)
    print(f"{len(loose)} are annotated too loosely: for {proposed} types are proposed, with which {compiling} compile\n")
    causes = collections.Counter(cause(error) for error in errors if error is not None)
    for (code, message), count in causes.most_common(40):
        print(f"{count:5}  {code}  {message}")
    if "--list" in sys.argv:
        for (path, name, _), error in zip(functions, errors):
            if error is not None:
                print(f"{path.relative_to(folder)}:{name}: {error['code']} {error['message']}")


def typed_functions(path: Path):
    """The functions of a file that could be predictors: path, name and line."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, UnicodeDecodeError):
        return
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or node.decorator_list or node.name.startswith("test"):
            continue
        arguments = node.args
        parameters = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        is_typed = node.returns is not None and parameters and all(p.annotation is not None for p in parameters)
        if is_typed and not arguments.vararg and not arguments.kwarg:
            yield path, node.name, node.lineno


def first_error(hotforge: str, path: Path, name: str, line: int):
    """The first error of the file when that function is a predictor; `None` where there is none."""
    return next(iter(errors_of(hotforge, path.parent, marked(path, line))), None)


def mend(hotforge: str, path: Path, name: str, line: int):
    """How many types are proposed for the function's parameters, and its first error with all of them."""
    lines = marked(path, line)
    fixes = [e["fix"] for e in errors_of(hotforge, path.parent, lines) if e["code"] in LOOSE and e.get("fix")]
    for fix in sorted(fixes, key=lambda fix: sorted(fix["place"]["start"].items()), reverse=True):
        start, end = fix["place"]["start"], fix["place"]["end"]
        row = start["line"] - 1
        line_text = lines[row]
        lines[row] = line_text[: start["column"] - 1] + fix["replacement"] + line_text[end["column"] - 1 :]
    return len(fixes), next(iter(errors_of(hotforge, path.parent, lines)), None)


def marked(path: Path, line: int) -> list[str]:
    """The lines of a file with the function of that line marked as a predictor."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(line - 1, "@__hotforge.compile()\n")
    return "".join(with_import(lines)).splitlines(keepends=True)


def errors_of(hotforge: str, folder: Path, lines: list[str]):
    """The errors of a file with these lines."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", dir=folder, encoding="utf-8") as file:
        file.write("".join(lines))
        file.flush()
        command = [hotforge, "check", file.name, "--json"]
        try:
            result = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            return [{"code": "time", "message": "the check takes longer than a minute"}]
    try:
        diagnostics = json.loads(result.stdout)["diagnostics"]
    except (json.JSONDecodeError, KeyError):
        return [{"code": "crash", "message": (result.stderr or result.stdout)[-200:]}]
    return [d for d in diagnostics if d["severity"] == "error"]


def with_import(lines: list[str]) -> list[str]:
    """The import goes behind what must come first: the docstring and `from __future__`."""
    tree = ast.parse("".join(lines))
    place = 0
    for node in tree.body:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_docstring or isinstance(node, ast.ImportFrom) and node.module == "__future__":
            place = node.end_lineno
        else:
            break
    return [*lines[:place], MARK, *lines[place:]]


def cause(error) -> tuple[str, str]:
    """The code with the message, names and types left out."""
    parts = error["message"].split("`")
    return error["code"], "`…`".join(parts[::2])[:90]


if __name__ == "__main__":
    main()
