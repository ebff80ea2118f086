"""Constants of characters."""

ascii_lowercase: Final = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits: Final = "0123456789"
hexdigits: Final = "0123456789abcdefABCDEF"
octdigits: Final = "01234567"
punctuation: Final = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace: Final = " \t\n\r\x0b\x0c"
printable: Final = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c"

@raises(ValueError)
def capwords(s: str, sep: str | None = None) -> str:
    """Each word capitalized, joined by single spaces."""

class Template:
    """A text with `$names` in it."""

    def __new__(template: str) -> string.Template:
        """Of a text."""

    @property
    def template(self) -> str:
        """The text."""

    @raises(KeyError, ValueError)
    def substitute[T](self, mapping: dict[str, T], /) -> str:
        """The text with values in the places of the names."""

    @raises(Exception)
    def safe_substitute[T](self, mapping: dict[str, T], /) -> str:
        """The same; what has no value stays as it is."""

    def get_identifiers(self) -> list[str]:
        """The names, each once."""

    def is_valid(self) -> bool:
        """Whether each `$` begins something."""
