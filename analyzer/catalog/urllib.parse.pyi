"""The parts of URLs."""

class ParseResult(tuple[str, str, str, str, str, str]):
    """What a URL is split into."""

    @native("urllib::parse::new_parsed")
    def __new__(scheme: str, netloc: str, path: str, params: str, query: str, fragment: str) -> ParseResult:
        """Of these parts."""

    @property
    def scheme(self) -> str:
        """The scheme, in lower case."""

    @property
    def netloc(self) -> str:
        """User, host and port."""

    @property
    def path(self) -> str:
        """The path."""

    @property
    def params(self) -> str:
        """The parameters of the last segment of the path."""

    @property
    def query(self) -> str:
        """What follows the question mark."""

    @property
    def fragment(self) -> str:
        """What follows the hash."""

    @property
    @native("urllib::parse::username")
    def username(self) -> str | None:
        """The name of the user."""

    @property
    @native("urllib::parse::password")
    def password(self) -> str | None:
        """The password of the user."""

    @property
    @native("urllib::parse::hostname")
    def hostname(self) -> str | None:
        """The host, in lower case."""

    @property
    @raises(ValueError)
    @native("urllib::parse::port")
    def port(self) -> int | None:
        """The port of the host."""

    @native("urllib::parse::parsed_url")
    def geturl(self) -> str:
        """The parts put together."""

    @native("urllib::parse::replace_parsed")
    def _replace(self, *, scheme: str | None = None, netloc: str | None = None, path: str | None = None, params: str | None = None, query: str | None = None, fragment: str | None = None) -> ParseResult:
        """The same with other parts."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether the parts are equal."""

    @native("object::less")
    def __lt__(self, other: object) -> bool:
        """The order of the parts."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By the parts."""

class SplitResult(tuple[str, str, str, str, str]):
    """What a URL is split into."""

    @native("urllib::parse::new_split")
    def __new__(scheme: str, netloc: str, path: str, query: str, fragment: str) -> SplitResult:
        """Of these parts."""

    @property
    def scheme(self) -> str:
        """The scheme, in lower case."""

    @property
    def netloc(self) -> str:
        """User, host and port."""

    @property
    def path(self) -> str:
        """The path."""

    @property
    def query(self) -> str:
        """What follows the question mark."""

    @property
    def fragment(self) -> str:
        """What follows the hash."""

    @property
    @native("urllib::parse::username")
    def username(self) -> str | None:
        """The name of the user."""

    @property
    @native("urllib::parse::password")
    def password(self) -> str | None:
        """The password of the user."""

    @property
    @native("urllib::parse::hostname")
    def hostname(self) -> str | None:
        """The host, in lower case."""

    @property
    @raises(ValueError)
    @native("urllib::parse::port")
    def port(self) -> int | None:
        """The port of the host."""

    @native("urllib::parse::split_url")
    def geturl(self) -> str:
        """The parts put together."""

    @native("urllib::parse::replace_split")
    def _replace(self, *, scheme: str | None = None, netloc: str | None = None, path: str | None = None, query: str | None = None, fragment: str | None = None) -> SplitResult:
        """The same with other parts."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether the parts are equal."""

    @native("object::less")
    def __lt__(self, other: object) -> bool:
        """The order of the parts."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By the parts."""

class DefragResult(tuple[str, str]):
    """A URL and its fragment."""

    @property
    def url(self) -> str:
        """The URL without its fragment."""

    @property
    def fragment(self) -> str:
        """The fragment."""

    @native("urllib::parse::defragmented_url")
    def geturl(self) -> str:
        """The parts put together."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether the parts are equal."""

    @native("object::less")
    def __lt__(self, other: object) -> bool:
        """The order of the parts."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By the parts."""

@raises(ValueError)
def urlparse(url: str, scheme: str = "", allow_fragments: bool = True) -> ParseResult:
    """The six parts of a URL."""

@raises(ValueError)
def urlsplit(url: str, scheme: str = "", allow_fragments: bool = True) -> SplitResult:
    """The five parts of a URL."""

def urlunparse(components: tuple[str, str, str, str, str, str]) -> str:
    """The six parts put together."""

def urlunsplit(components: tuple[str, str, str, str, str]) -> str:
    """The five parts put together."""

@raises(ValueError)
def urljoin(base: str, url: str, allow_fragments: bool = True) -> str:
    """The URL as seen from another."""

@raises(ValueError)
def urldefrag(url: str) -> DefragResult:
    """The URL without its fragment, and the fragment."""

@overload
@raises(LookupError, UnicodeEncodeError)
def quote(string: str, safe: str = "/", encoding: str | None = None, errors: str | None = None) -> str:
    """The text with `%xx` for what is neither a letter, a digit, one of `_.-~`, nor in `safe`."""

@overload
@native("urllib::parse::quote_bytes")
def quote(string: bytes, safe: str = "/") -> str:
    """The bytes with `%xx` for what is neither a letter, a digit, one of `_.-~`, nor in `safe`."""

@overload
@raises(LookupError, UnicodeEncodeError)
def quote_plus(string: str, safe: str = "", encoding: str | None = None, errors: str | None = None) -> str:
    """As `quote`, with `+` for a space."""

@overload
@native("urllib::parse::quote_plus_bytes")
def quote_plus(string: bytes, safe: str = "") -> str:
    """As `quote`, with `+` for a space."""

def quote_from_bytes(bs: bytes, safe: str = "/") -> str:
    """The bytes with `%xx` for what is neither a letter, a digit, one of `_.-~`, nor in `safe`."""

@overload
@raises(LookupError, UnicodeDecodeError)
def unquote(string: str, encoding: str = "utf-8", errors: str = "replace") -> str:
    """What the escapes stand for."""

@overload
@raises(LookupError, UnicodeDecodeError)
@native("urllib::parse::unquote_bytes")
def unquote(string: bytes, encoding: str = "utf-8", errors: str = "replace") -> str:
    """What the escapes stand for."""

@raises(LookupError, UnicodeDecodeError)
def unquote_plus(string: str, encoding: str = "utf-8", errors: str = "replace") -> str:
    """As `unquote`, with a space for `+`."""

@overload
def unquote_to_bytes(string: bytes) -> bytes:
    """The bytes that the escapes stand for."""

@overload
@native("urllib::parse::unquote_to_bytes_str")
def unquote_to_bytes(string: str) -> bytes:
    """The bytes that the escapes stand for."""

@raises(ValueError, LookupError, UnicodeDecodeError)
def parse_qs(
    qs: str,
    keep_blank_values: bool = False,
    strict_parsing: bool = False,
    encoding: str = "utf-8",
    errors: str = "replace",
    max_num_fields: int | None = None,
    separator: str = "&",
) -> dict[str, list[str]]:
    """The values of each name of a query."""

@raises(ValueError, LookupError, UnicodeDecodeError)
def parse_qsl(
    qs: str,
    keep_blank_values: bool = False,
    strict_parsing: bool = False,
    encoding: str = "utf-8",
    errors: str = "replace",
    max_num_fields: int | None = None,
    separator: str = "&",
) -> list[tuple[str, str]]:
    """Names and values of a query."""

@raises(Exception)
def urlencode(
    query: Iterable[tuple[str, str]],
    safe: str = "",
    encoding: str | None = None,
    errors: str | None = None,
    _plus: bool = True,
) -> str:
    """A query of names and values."""

@raises(Exception)
@native("urllib::parse::urlencode_each")
def _urlencode_each(
    query: Iterable[tuple[str, list[str]]],
    safe: str = "",
    encoding: str | None = None,
    errors: str | None = None,
    _plus: bool = True,
) -> str:
    """A query of names and the values of each."""
