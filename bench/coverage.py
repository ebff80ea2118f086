"""How much of other people's typed Python would compile unchanged, and why the rest would not.

Usage: coverage.py HOTFORGE FOLDER [--list]

Takes each module-level function of a folder of Python files whose parameters and result are all annotated, marks it as
a predictor, leaves everything else as it is, and checks the file. Nothing of the files is run. Prints how many are
free of errors, and the most frequent first errors of the others; `--list` prints every refused function.
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


def main() -> None:
    hotforge, folder = sys.argv[1], Path(sys.argv[2])
    functions = [found for path in sorted(folder.rglob("*.py")) for found in typed_functions(path)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        errors = list(pool.map(lambda found: first_error(hotforge, *found), functions))
    ready = sum(error is None for error in errors)
    print(f"{ready} of {len(functions)} functions ({ready / len(functions):.0%}) compile unchanged\n")
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
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.insert(line - 1, "@__hotforge.compile()\n")
    with tempfile.NamedTemporaryFile("w", suffix=".py", dir=path.parent, encoding="utf-8") as file:
        file.write("".join(with_import(lines)))
        file.flush()
        command = [hotforge, "check", file.name, "--json"]
        try:
            result = subprocess.run(command, capture_output=True, text=True, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            return {"code": "time", "message": "the check takes longer than a minute"}
    try:
        diagnostics = json.loads(result.stdout)["diagnostics"]
    except (json.JSONDecodeError, KeyError):
        return {"code": "crash", "message": (result.stderr or result.stdout)[-200:]}
    errors = [d for d in diagnostics if d["severity"] == "error"]
    return errors[0] if errors else None


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
