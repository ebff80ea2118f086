"""What stands behind `%%compile` in its line."""

from __future__ import annotations

import argparse
import difflib
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from IPython.core.error import UsageError

_WHOLE_REST = "--compare"


@dataclass
class Options:
    """The options of `%%compile` and `%compile`."""

    names: list[str] = field(default_factory=list)
    check: bool = False
    emit: str | None = None
    #: What is evaluated with the Python function and with the native one; empty for the last call of the cell.
    compare: str | None = None
    save: Path | None = None
    time: bool = False


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"%compile: {message}. `%%compile?` tells what can stand here.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="%%compile", add_help=False, allow_abbrev=False)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--emit", choices=["rust", "ir"])
    parser.add_argument("--save", type=Path)
    parser.add_argument("--entry", action="append", default=[])
    parser.add_argument("--time", action="store_true")
    return parser


#: The options, for completion.
NAMES = ["--check", "--emit", "--compare", "--save", "--entry", "--time"]


def parse(line: str) -> Options:
    """The options of a line. What stands behind `--compare` is an expression, up to the end."""
    before, found, expression = line.partition(_WHOLE_REST)
    parsed = _parser().parse_intermixed_args(_words(before))
    return Options(
        names=[*parsed.names, *parsed.entry],
        check=parsed.check,
        emit=parsed.emit,
        compare=expression.strip() if found else None,
        save=parsed.save.expanduser() if parsed.save else None,
        time=parsed.time,
    )


def _words(text: str) -> list[str]:
    """Words as a shell takes them: a path with spaces stands in quotes. A backslash is one, as in paths of Windows."""
    words = shlex.shlex(text, posix=True, punctuation_chars=False)
    words.whitespace_split, words.escape, words.commenters = True, "", ""
    try:
        return list(words)
    except ValueError as error:
        raise UsageError(f"%compile: {str(error).lower()} in `{text.strip()}`") from None


def require(names: list[str], known: list[str], where: str) -> None:
    """Raises a usage error where a name is not among those that are known."""
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise UsageError(f"%compile: {where} no function `{name}`{hint}")
