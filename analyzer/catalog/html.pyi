"""Text for HTML."""

def escape(s: str, quote: bool = True) -> str:
    """The text with `&`, `<` and `>`, and quotes where `quote` is true, written as entities."""
