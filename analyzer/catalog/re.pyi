"""Regular expressions, with Python's own syntax and semantics."""

A: Final = 256
ASCII: Final = 256
I: Final = 2
IGNORECASE: Final = 2
M: Final = 8
MULTILINE: Final = 8
S: Final = 16
DOTALL: Final = 16
U: Final = 32
UNICODE: Final = 32
X: Final = 64
VERBOSE: Final = 64
NOFLAG: Final = 0

class error(Exception):
    """A pattern that is malformed."""

class Pattern:
    """A compiled pattern."""

    def search(self, string: str, pos: int = 0, endpos: int = 9223372036854775807) -> Match | None:
        """The first match."""

    def match(self, string: str, pos: int = 0, endpos: int = 9223372036854775807) -> Match | None:
        """The match at the start."""

    def fullmatch(self, string: str, pos: int = 0, endpos: int = 9223372036854775807) -> Match | None:
        """The match of the whole text."""

    def finditer(self, string: str) -> Iterator[Match]:
        """All matches, one behind the other."""

    def findall(self, string: str) -> list[str]:
        """The texts of all matches: of their groups, where the pattern has some."""

    def split(self, string: str, maxsplit: int = 0) -> list[str]:
        """The text between the matches, with the texts of groups."""

    @raises(Exception)
    def sub(self, repl: str, string: str, count: int = 0) -> str:
        """The text with the matches replaced by a template."""

    @raises(Exception)
    def subn(self, repl: str, string: str, count: int = 0) -> tuple[str, int]:
        """The text with the matches replaced, and how many there were."""

    @property
    def pattern(self) -> str:
        """The pattern as text."""

    @property
    def flags(self) -> int:
        """The flags."""

    @property
    def groups(self) -> int:
        """How many groups it has."""

    @property
    def groupindex(self) -> dict[str, int]:
        """The numbers of named groups."""

class Match:
    """A match of a pattern."""

    @overload
    @native("re::match::whole")
    def group(self) -> str:
        """The text of the match."""

    @overload
    @raises(IndexError)
    def group(self, group: int, /) -> str | None:
        """The text of a group."""

    @overload
    @raises(IndexError)
    @native("re::match::group_named")
    def group(self, group: str, /) -> str | None:
        """The text of a group."""

    @overload
    @raises(IndexError)
    @native("re::match::group")
    def __getitem__(self, group: int) -> str | None:
        """The text of a group."""

    @overload
    @raises(IndexError)
    @native("re::match::group_named")
    def __getitem__(self, group: str) -> str | None:
        """The text of a group."""

    def groups(self, default: str | None = None) -> tuple[str | None, ...]:
        """The texts of all groups."""

    def groupdict(self, default: str | None = None) -> dict[str, str | None]:
        """The texts of named groups."""

    @overload
    @raises(IndexError)
    def start(self, group: int = 0, /) -> int:
        """Where the match or a group begins; -1 for a group without text."""

    @overload
    @raises(IndexError)
    @native("re::match::start_named")
    def start(self, group: str, /) -> int:
        """Where a group begins; -1 for one without text."""

    @overload
    @raises(IndexError)
    def end(self, group: int = 0, /) -> int:
        """Where the match or a group ends; -1 for a group without text."""

    @overload
    @raises(IndexError)
    @native("re::match::end_named")
    def end(self, group: str, /) -> int:
        """Where a group ends; -1 for one without text."""

    @overload
    @raises(IndexError)
    def span(self, group: int = 0, /) -> tuple[int, int]:
        """Where the match or a group begins and ends."""

    @overload
    @raises(IndexError)
    @native("re::match::span_named")
    def span(self, group: str, /) -> tuple[int, int]:
        """Where a group begins and ends."""

    @raises(Exception)
    def expand(self, template: str) -> str:
        """The template with the texts of groups put in."""

    @property
    def string(self) -> str:
        """The text that was searched."""

    @property
    def re(self) -> Pattern:
        """The pattern."""

    @property
    def pos(self) -> int:
        """Where the search began."""

    @property
    def endpos(self) -> int:
        """Where the search ended."""

def escape(pattern: str) -> str:
    """The text with a backslash before each character that means something in a pattern."""

def purge() -> None:
    """Forget the patterns that were compiled."""

@raises(Exception)
def compile(pattern: object, flags: int = 0) -> Pattern:
    """Compile a pattern."""

@raises(Exception)
def search(pattern: object, string: str, flags: int = 0) -> Match | None:
    """The first match."""

@raises(Exception)
def match(pattern: object, string: str, flags: int = 0) -> Match | None:
    """The match at the start."""

@raises(Exception)
def fullmatch(pattern: object, string: str, flags: int = 0) -> Match | None:
    """The match of the whole text."""

@raises(Exception)
@native("re::pattern::finditer")
def finditer(pattern: object, string: str, flags: int = 0) -> Iterator[Match]:
    """All matches, one behind the other."""

@raises(Exception)
@native("re::pattern::findall")
def findall(pattern: object, string: str, flags: int = 0) -> list[str]:
    """The texts of all matches: of their groups, where the pattern has some."""

@raises(Exception)
@native("re::pattern::split")
def split(pattern: object, string: str, maxsplit: int = 0, flags: int = 0) -> list[str]:
    """The text between the matches, with the texts of groups."""

@raises(Exception)
@native("re::pattern::sub")
def sub(pattern: object, repl: str, string: str, count: int = 0, flags: int = 0) -> str:
    """The text with the matches replaced by a template, or by what a function gives for each match."""

@raises(Exception)
@native("re::pattern::subn")
def subn(pattern: object, repl: str, string: str, count: int = 0, flags: int = 0) -> tuple[str, int]:
    """The text with the matches replaced, and how many there were."""
