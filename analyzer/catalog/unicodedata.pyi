"""The Unicode database."""

unidata_version: Final = "14.0.0"

@raises(ValueError)
def normalize(form: str, unistr: str, /) -> str:
    """The text in a normal form: `NFC`, `NFD`, `NFKC` or `NFKD`."""

@raises(ValueError)
def is_normalized(form: str, unistr: str, /) -> bool:
    """Whether the text is in a normal form."""

@raises(TypeError)
def category(chr: str, /) -> str:
    """The general category of a character: `Lu`, `Nd`."""

@raises(TypeError)
def bidirectional(chr: str, /) -> str:
    """The direction that a character is written in: `L`, `AL`."""

@raises(TypeError)
def combining(chr: str, /) -> int:
    """The canonical combining class of a character; 0 for one that stands alone."""

@raises(TypeError)
def east_asian_width(chr: str, /) -> str:
    """The width of a character in East Asian text: `W`, `Na`."""

@raises(TypeError)
def mirrored(chr: str, /) -> int:
    """1 for a character that is mirrored in text from right to left."""

@raises(TypeError)
def decomposition(chr: str, /) -> str:
    """What a character is made of, as code points in hexadecimal digits."""

@overload
@raises(TypeError, ValueError)
def decimal(chr: str, /) -> int:
    """The value of a decimal digit."""

@overload
@raises(TypeError)
@native("unicodedata::decimal_or")
def decimal[T](chr: str, default: T, /) -> int | T:
    """The value of a decimal digit, else `default`."""

@overload
@raises(TypeError, ValueError)
def digit(chr: str, /) -> int:
    """The value of a digit."""

@overload
@raises(TypeError)
@native("unicodedata::digit_or")
def digit[T](chr: str, default: T, /) -> int | T:
    """The value of a digit, else `default`."""

@overload
@raises(TypeError, ValueError)
def numeric(chr: str, /) -> float:
    """The value of a character that stands for a number."""

@overload
@raises(TypeError)
@native("unicodedata::numeric_or")
def numeric[T](chr: str, default: T, /) -> float | T:
    """The value of a character that stands for a number, else `default`."""

@overload
@raises(TypeError, ValueError)
def name(chr: str, /) -> str:
    """The name of a character."""

@overload
@raises(TypeError)
@native("unicodedata::name_or")
def name[T](chr: str, default: T, /) -> str | T:
    """The name of a character, else `default`."""

@raises(KeyError)
def lookup(name: str, /) -> str:
    """The character, or sequence of characters, of a name."""
