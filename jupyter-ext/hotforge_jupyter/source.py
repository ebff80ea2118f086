"""Annotated source as HTML: the type of each expression under the pointer, the cost of each line, and what it became."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html import escape
from typing import Any

from hotforge.report import Report
from pygments.lexers.python import PythonLexer
from pygments.token import Token

#: From little to much, as the compiler says it, with what is told of it.
COSTS = {
    "arithmetic": "a few instructions",
    "call": "a call",
    "allocation": "makes text or a container",
    "array": "goes over an array",
    "model": "runs a model or tokenizer",
}
_CLASSES = [
    (Token.Comment, "c"),
    (Token.Keyword, "k"),
    (Token.Operator.Word, "k"),
    (Token.Literal.String, "s"),
    (Token.Literal.Number, "n"),
    (Token.Name.Function, "f"),
    (Token.Name.Class, "f"),
    (Token.Name.Decorator, "d"),
    (Token.Name.Builtin, "b"),
]


def blocks(report: Report, cell: str | None, titles: dict[str, str]) -> str:
    """The cell, and the functions elsewhere that were compiled with it. `titles` are what other sources are called."""
    shown: list[str] = []
    for label, text in report.texts.items():
        annotations = _Annotations(report, label)
        if label == cell:
            shown.insert(0, annotations.lines(text, 1, text.count("\n") + 1))
            continue
        for name, first, last in _functions(text):
            if annotations.touch(first, last):
                title = f"<summary><code>{escape(name)}</code> of {escape(titles.get(label, label))}</summary>"
                is_open = " open" if cell is None or annotations.wrong(first, last) else ""
                shown.append(f"<details class=part{is_open}>{title}{annotations.lines(text, first, last)}</details>")
    return "".join(shown)


def _functions(text: str) -> Iterator[tuple[str, int, int]]:
    """The functions at the top level of a text, and the methods of its classes: name, first and last line."""
    try:
        body = ast.parse(text).body
    except SyntaxError:
        return
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            yield node.name, first, node.end_lineno or node.lineno


class _Annotations:
    """What is known of the lines of one source."""

    def __init__(self, report: Report, label: str) -> None:
        view = report.view
        self.label = label
        self.things = [one for one in view.get("things", []) if one["place"]["path"] == label]
        self.operators = [one for one in view.get("operators", []) if one["place"]["path"] == label]
        self.diagnostics = [one for one in report.diagnostics if one["place"]["path"] == label]
        self.labels = [
            part for one in report.diagnostics for part in one["labels"] if part["place"]["path"] == label and part["message"]
        ]
        self.rust = _rust_by_line(view.get("rust"), label)

    def touch(self, first: int, last: int) -> bool:
        """Whether anything of these lines is compiled or wrong."""
        found = [*self.operators, *self.diagnostics]
        return any(first <= one["place"]["start"]["line"] <= last for one in found)

    def wrong(self, first: int, last: int) -> bool:
        return any(first <= one["place"]["start"]["line"] <= last for one in self.diagnostics)

    def lines(self, text: str, first: int, last: int) -> str:
        lines = text.split("\n")
        if not lines[last - 1]:
            last -= 1
        if lines[0].startswith("#%"):
            lines[0] = "%" + lines[0][1:]
        classes = _classes(lines)
        return f'<div class=src>{"".join(self._line(number, lines[number - 1], classes[number - 1]) for number in range(first, last + 1))}</div>'

    def _line(self, number: int, line: str, classes: list[str]) -> str:
        operators = [one for one in self.operators if one["place"]["start"]["line"] == number]
        costs = [list(COSTS).index(one["cost"]) for one in operators]
        heat = f" h{max(costs)}" if costs else ""
        code = f"<code class=ln>{number}</code><code class=cd>{self._code(number, line, classes)}</code>"
        below = "".join(
            _told(one) for one in self.diagnostics if one["place"]["start"]["line"] == number
        ) + "".join(
            f"<div class=note>{escape(one['message'])}</div>" for one in self.labels if one["place"]["start"]["line"] == number
        )
        rust = self.rust.get(number, "")
        if not operators and not rust:
            return f"<div class='l{heat}'>{code}</div>{below}"
        became = "".join(
            f"<li><code>{escape(_cut(line, one['place'], number))}</code> → <code>{escape(one['operator'])}</code>"
            f" <i>{COSTS[one['cost']]}</i></li>"
            for one in operators
        )
        listing = f"<pre>{escape(rust)}</pre>" if rust else ""
        return f"<details class='l{heat}'><summary>{code}</summary><div class=low><ul>{became}</ul>{listing}</div></details>{below}"

    def _code(self, number: int, line: str, classes: list[str]) -> str:
        marks = [""] * len(line)
        for one in self.diagnostics:
            for at in range(*_columns(one["place"], number, len(line))):
                marks[at] = f" q{one['severity'][0]}"
        things = []
        for thing in self.things:
            place = thing["place"]
            if place["start"]["line"] == number:
                start, end = _columns(place, number, len(line))
                if start < end:
                    things.append((start, end, thing))
        things.sort(key=lambda one: (one[0], -one[1]))
        return _Writer(line, classes, marks, things).range(0, len(line))


class _Writer:
    """Writes a line with what is told of its parts, one within another."""

    def __init__(self, line: str, classes: list[str], marks: list[str], things: list[tuple[int, int, dict[str, Any]]]) -> None:
        self.line, self.classes, self.marks, self.things = line, classes, marks, things
        self.next = 0

    def range(self, start: int, end: int) -> str:
        parts, at = [], start
        while self.next < len(self.things) and self.things[self.next][0] < end:
            begin, until, thing = self.things[self.next]
            self.next += 1
            if begin < at:
                continue  # It lies across another, which no tree does.
            until = min(until, end)
            parts.append(self._text(at, begin))
            parts.append(f"<span class=t tabindex=0>{self.range(begin, until)}{_tip(thing)}</span>")
            at = until
        parts.append(self._text(at, end))
        return "".join(parts)

    def _text(self, start: int, end: int) -> str:
        parts, at = [], start
        while at < end:
            kind = self.classes[at] + self.marks[at]
            until = at + 1
            while until < end and self.classes[until] + self.marks[until] == kind:
                until += 1
            text = escape(self.line[at:until])
            parts.append(f"<span class='{kind.strip()}'>{text}</span>" if kind.strip() else text)
            at = until
        return "".join(parts)


def _tip(thing: dict[str, Any]) -> str:
    facts = "".join(f"<br>{_marked_up(fact)}" for fact in thing["facts"])
    doc = f"<br><i>{escape(thing['doc'].strip().splitlines()[0])}</i>" if (thing["doc"] or "").strip() else ""
    return f"<span class=tip role=tooltip><b>{escape(thing['code'])}</b>{facts}{doc}</span>"


def _marked_up(text: str) -> str:
    """Text in which backquotes stand around code."""
    parts = escape(text).split("`")
    return "".join(f"<u>{part}</u>" if index % 2 else part for index, part in enumerate(parts))


def _told(diagnostic: dict[str, Any]) -> str:
    help_text = f"<div>help: {_marked_up(diagnostic['help'])}</div>" if diagnostic["help"] else ""
    return (
        f"<div class='diag d{diagnostic['severity'][0]}'><b>{diagnostic['severity']}[{diagnostic['code']}]</b>: "
        f"{_marked_up(diagnostic['message'])}{help_text}</div>"
    )


def _columns(place: dict[str, Any], number: int, length: int) -> tuple[int, int]:
    """The part of a line that a place covers, from 0."""
    if not place["start"]["line"] <= number <= place["end"]["line"]:
        return 0, 0
    start = place["start"]["column"] - 1 if place["start"]["line"] == number else 0
    end = place["end"]["column"] - 1 if place["end"]["line"] == number else length
    start = min(start, max(0, length - 1))
    return start, min(max(end, start + 1), length)


def _cut(line: str, place: dict[str, Any], number: int) -> str:
    start, end = _columns(place, number, len(line))
    text = line[start:end]
    return text if len(text) <= 48 else text[:47] + "…"


def _classes(lines: list[str]) -> list[list[str]]:
    """What each character is, for colours."""
    flat: list[str] = []
    for token, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens("\n".join(lines)):
        name = next((name for kind, name in _CLASSES if token in kind), "")
        flat.extend([name] * len(text))
    found, at = [], 0
    for line in lines:
        found.append((flat[at : at + len(line)] + [""] * len(line))[: len(line)])
        at += len(line) + 1
    return found


def _rust_by_line(rust: dict[str, Any] | None, label: str) -> dict[int, str]:
    """The Rust that each line of a source became."""
    if not rust:
        return {}
    lines = rust["text"].split("\n")
    starts = [start for start, _, _ in rust["lines"]] + [len(lines) + 1]
    found: dict[int, list[str]] = {}
    for (start, path, number), end in zip(rust["lines"], starts[1:], strict=True):
        if path != label:
            continue
        part = lines[start - 1 : end - 1]
        # Beyond the end of a function nothing is of this line.
        close = next((index for index, line in enumerate(part) if line.startswith("}")), len(part))
        kept = [line for line in part[:close] if not line.lstrip().startswith("// ")]
        found.setdefault(number, []).extend(kept)
    return {number: _dedented(part) for number, part in found.items() if any(map(str.strip, part))}


def _dedented(lines: list[str]) -> str:
    indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    return "\n".join(line[indent:] for line in lines)
