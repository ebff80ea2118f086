"""Words of a command line."""

@raises(ValueError)
def split(s: str, comments: bool = False, posix: bool = True) -> list[str]:
    """The words, as a shell reads them."""

def quote(s: str) -> str:
    """The text as one word of a shell."""

@raises(Exception)
def join(split_command: Iterable[str]) -> str:
    """The words as a shell reads them back."""
