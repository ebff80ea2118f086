"""Text for HTML."""

def escape(s: str, quote: bool = True) -> str:
    """The text with `&`, `<` and `>`, and quotes where `quote` is true, written as entities."""

def unescape(s: str) -> str:
    """The text with entities written as characters."""
