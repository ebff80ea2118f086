"""What a compile shows: HTML for notebooks, text for a terminal."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from hotforge.live import Executed
from hotforge.report import Report
from hotforge.session import Native

from hotforge_jupyter.comparison import Comparison
from hotforge_jupyter.html import page
from hotforge_jupyter.units import in_bytes

#: The output by which the extension of JupyterLab knows what became of a cell.
TOLD = "application/vnd.hotforge.result+json"


@dataclass
class Result:
    """The result of `%%compile`."""

    report: Report
    #: The cell that was compiled, where it was one.
    cell: Executed | None
    functions: dict[str, Native]
    seconds: float
    comparison: Comparison | None = None
    saved: Path | None = None
    with_times: bool = False
    #: What the sources are called for people.
    cells: dict[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        state = "refused" if self.report.has_errors() else "native" if self.functions else "checked"
        told = {"state": state, "names": [one["name"] for one in self.report.view.get("predictors", [])]}
        return {"text/plain": repr(self), "text/html": page(self), TOLD: told}

    def _lines(self) -> list[str]:
        lines = list(self.report.lines())
        if self.report.has_errors():
            return lines[:-1] if lines and not lines[-1] else lines
        for predictor in self.report.view.get("predictors", []):
            parameters = ", ".join(_parameter(one) for one in predictor["parameters"])
            lines.append(f"{predictor['name']}({parameters}) -> {predictor['returns']['type']}")
        if self.functions:
            lines.append(f"native in {self.seconds * 1000:.0f} ms{self._told_of_library()}")
        if self.with_times and self.report.times:
            lines.append(", ".join(f"{name} {time:.0f} ms" for name, time in self.report.times.items()))
        if self.comparison is not None:
            lines.append(str(self.comparison))
        return lines

    def _told_of_library(self) -> str:
        size = self.report.library_size()
        told = [] if size is None else [in_bytes(size)]
        told += ["from the cache"] if self.report.cached else []
        told += [f"saved to {self.saved}"] if self.saved is not None else []
        return "".join(f", {one}" for one in told)


def _parameter(parameter: dict[str, str]) -> str:
    default = f" = {parameter['default']}" if parameter["default"] is not None else ""
    return f"{parameter['name']}: {parameter['type']}{default}"


@dataclass
class Emitted:
    """Generated text: Rust, or the IR."""

    kind: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return (
            f'<details open><summary>{escape(self.kind)}, {self.text.count(chr(10))} lines</summary>'
            f'<pre style="max-height:32em;overflow:auto;tab-size:4">{escape(self.text)}</pre></details>'
        )
