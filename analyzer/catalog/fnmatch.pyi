"""Patterns of the shell."""

def fnmatch(name: str, pat: str) -> bool:
    """Whether the pattern of `*`, `?` and `[…]` describes the name."""

@native("fnmatch::fnmatch")
def fnmatchcase(name: str, pat: str) -> bool:
    """Whether the pattern of `*`, `?` and `[…]` describes the name."""

@raises(Exception)
def filter(names: Iterable[str], pat: str) -> list[str]:
    """The names that the pattern describes."""
