"""`html`: escaping, and all of HTML 5's names for characters."""

import html

from hotforge import compile


@compile()
def escaped(text: str) -> list[str]:
    return [html.escape(text), html.escape(text, quote=False), html.escape(text, True)]


@compile()
def unescaped(text: str) -> str:
    return html.unescape(text)


@compile()
def back(text: str) -> bool:
    return html.unescape(html.escape(text)) == text


@compile()
def all_names(names: list[str]) -> list[str]:
    return [html.unescape(f"[&{name}]") for name in names]


TEXTS = ["", "a<b>&\"c'", "&amp;", "é & ü", "&&&", "<a href='x'>"]
REFERENCES = [
    "&lt;b&gt;", "&amp;amp;", "&", "&&", "& ", "&;", "&#;", "&#x;", "&#62;&#62&#x3e;&#X3E", "&#062;", "&#0;", "&#00000000000062;",
    "&#128;&#x99;&#159;", "&#x110000;", "&#xd800;", "&#99999999999999999999;", "&#1;&#xb;&#x7f;|", "&#xfffe;&#x1ffff;", "&#13;",
    "&notit;", "&notin;", "&not", "&nots", "&NotAName;", "&ampamp", "&amp", "&eacute;&Eacute", "&aacute", "&AMP;", "&ampersand;",
    "&CounterClockwiseContourIntegral;", "&CounterClockwiseContourIntegralX", "&acE;", "&NotEqualTilde;", "&a&lt;", "&a<b", "&é;",
    "&copy2024", "&timesb;", "&times=1", "x&nbsp;y", "&#xA0;", "&quot;&#39;&#x27;&apos;", "&lt\n", "&ltx", "&g", "&gt", "&#x10ffff;",
    "&abcdefghijklmnopqrstuvwxyzabcdefghijklmnop;", "&Aacuteééééééééééééééééééééééééééééééé;", "&#9", "&#٣;",
]
from html.entities import html5  # noqa: E402

CASES = {
    "escaped": [(text,) for text in TEXTS],
    "unescaped": [(text,) for text in TEXTS + REFERENCES],
    "back": [(text,) for text in TEXTS],
    "all_names": [(sorted(html5),)],
}  # fmt: skip
