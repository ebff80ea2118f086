"""What came of a compile: diagnostics, what is known of the program, times; as data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SEVERITIES = {"error": "error", "warning": "warning", "note": "note"}


class CompileError(Exception):
    """A function cannot be compiled. The message tells what is wrong, where, and what to write instead."""

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report

    # Shown as users import it.
    __module__ = "hotforge"


class Report:
    """What came of a check or a compile. `texts` are the sources by the names that places in them have."""

    def __init__(self, answer: dict[str, Any], texts: dict[str, str]) -> None:
        self.answer = answer
        self.texts = texts

    @property
    def diagnostics(self) -> list[dict[str, Any]]:
        """What is wrong, or worth a look, in source order."""
        return list(self.answer["diagnostics"])

    @property
    def error(self) -> dict[str, Any] | None:
        """What keeps the compile from working that is not a mistake in the program."""
        return self.answer.get("error")

    @property
    def view(self) -> dict[str, Any]:
        """What is known of the program; empty where it was not analysed."""
        return self.answer.get("view") or {}

    @property
    def times(self) -> dict[str, float]:
        """How long each stage took, in milliseconds."""
        return dict(self.answer.get("times_ms") or {})

    @property
    def bundle(self) -> str:
        """The folder of the library; empty where none was built."""
        return str(self.answer.get("bundle") or "")

    @property
    def cached(self) -> bool:
        """Whether the library was compiled before, from the same input."""
        return bool(self.answer.get("cached"))

    @property
    def text(self) -> str:
        """The Rust or the IR, where that was wanted."""
        return str(self.answer.get("text") or "")

    def library_size(self) -> int | None:
        """How many bytes the library has; None where none was built."""
        files = [path for path in Path(self.bundle).glob("*") if path.suffix in (".so", ".dylib", ".dll")] if self.bundle else []
        sizes = [path.stat().st_size for path in files if "onnxruntime" not in path.name]
        return max(sizes, default=None)

    def has_errors(self) -> bool:
        """Whether nothing can be compiled."""
        return self.error is not None or any(one["severity"] == "error" for one in self.diagnostics)

    def raise_if_refused(self) -> None:
        """Raises `CompileError` where something is wrong."""
        if self.has_errors():
            raise CompileError("\n".join(self.lines()), self)
        if self.view and not self.view["predictors"] and not self.bundle:
            raise CompileError("there is no function to compile here", self)

    def lines(self) -> Iterator[str]:
        """The diagnostics for a terminal."""
        if self.error is not None:
            if self.error.get("detail"):
                yield from str(self.error["detail"]).splitlines()
                yield ""
            yield f"error[{self.error['code']}]: {self.error['message']}"
            if self.error.get("help"):
                yield f"help: {self.error['help']}"
        for diagnostic in self.diagnostics:
            yield from self._drawn(diagnostic)

    def _drawn(self, diagnostic: dict[str, Any]) -> Iterator[str]:
        yield f"{diagnostic['severity']}[{diagnostic['code']}]: {diagnostic['message']}"
        yield from self._marked(diagnostic["place"], "^", "")
        for label in diagnostic["labels"]:
            yield from self._marked(label["place"], "-", label["message"])
        if diagnostic["help"]:
            yield f"  help: {diagnostic['help']}"
        yield ""

    def _marked(self, place: dict[str, Any], mark: str, message: str) -> Iterator[str]:
        lines = self.texts.get(place["path"], "").split("\n")
        start, end = place["start"], place["end"]
        if not 0 < start["line"] <= len(lines):
            yield f"  {place['path']}:{start['line']}  {message}".rstrip()
            return
        line = lines[start["line"] - 1]
        until = end["column"] if end["line"] == start["line"] else len(line) + 1
        margin = f"{start['line']:5} | "
        yield f"{margin}{line}"
        yield " " * (len(margin) + start["column"] - 1) + mark * max(1, until - start["column"]) + f" {message}".rstrip()
