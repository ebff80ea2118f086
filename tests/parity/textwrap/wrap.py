"""`textwrap`, `string` and `html.escape`."""

import html
import string
import textwrap

from hotforge import compile


@compile()
def wrapped(text: str, width: int) -> list[list[str]]:
    return [
        textwrap.wrap(text, width),
        textwrap.wrap(text, width=width, break_long_words=False),
        textwrap.wrap(text, width, initial_indent="* ", subsequent_indent="  ", break_on_hyphens=False),
        textwrap.wrap(text, width, max_lines=2),
        textwrap.wrap(text, width, drop_whitespace=False, fix_sentence_endings=True),
        textwrap.wrap(text, width, expand_tabs=False, replace_whitespace=False, tabsize=3),
    ]


@compile()
def filled(text: str, width: int) -> list[str]:
    return [textwrap.fill(text, width), textwrap.shorten(text, width, placeholder="..."), textwrap.fill(text, width, max_lines=1, placeholder="~")]


@compile()
def margins(text: str) -> list[str]:
    return [textwrap.dedent(text), textwrap.indent(text, "> "), textwrap.indent(textwrap.dedent(text), "\t")]


@compile()
def constants(text: str) -> list[str | bool]:
    return [string.ascii_letters, string.punctuation, string.whitespace, string.printable, string.hexdigits, string.octdigits, text in string.digits, string.capwords(text), string.capwords(text, "-")]


@compile()
def escaped(text: str) -> list[str]:
    return [html.escape(text), html.escape(text, quote=False)]


LONG = "The quick-brown fox, isn't it? -- jumped over the lazy dog.  A very-very-long-hyphenated-word and supercalifragilisticexpialidocious!\tTab\n\nnew paragraph--dash a-b 1-2 --option=x"

CASES = {
    "wrapped": [(text, width) for text in [LONG, "", "   ", "a b c", "héllo wörld-wide 日本語-テキスト ok", "word " * 12, "e.g. this. And that.  Yes!"] for width in [10, 20, 70, 3, 5]] + [("x", 0)],
    "filled": [(text, width) for text in [LONG, "hello world", "", "supercalifragilistic"] for width in [12, 30, 100]],
    "margins": [("  a\n    b\n  c",), ("\ta\n\t  b\n",), ("  a\n\n   \n  b",), ("",), ("a\r\nb\n  \n c",), ("   \n",), ("\t a\n  b",)],
    "constants": [("hello  world",), ("5",), ("a-b-C",), ("",)],
    "escaped": [("<a href=\"x\">'&'</a>",), ("",), ("é & ö",)],
}
