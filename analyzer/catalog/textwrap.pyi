"""Wrapping and indenting of text."""

@raises(ValueError)
def wrap(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> list[str]:
    """The text in lines of at most `width` characters."""

@raises(ValueError)
def fill(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> str:
    """The text in lines of at most `width` characters, joined."""

@raises(ValueError)
def shorten(text: str, width: int, *, placeholder: str = " [...]") -> str:
    """The text in one line of at most `width` characters."""

def dedent(text: str) -> str:
    """The text without the indentation that all lines share."""

def indent(text: str, prefix: str) -> str:
    """`prefix` before each line that is not blank."""
