"""Tables as text."""

class Error(Exception):
    """Of text that is no table."""

QUOTE_MINIMAL: Final = 0
QUOTE_ALL: Final = 1
QUOTE_NONNUMERIC: Final = 2
QUOTE_NONE: Final = 3

@raises(Exception)
def reader(
    csvfile: Iterable[str],
    dialect: Literal["excel"] = "excel",
    *,
    delimiter: str = ",",
    quotechar: str | None = "\"",
    escapechar: str | None = None,
    doublequote: bool = True,
    skipinitialspace: bool = False,
    lineterminator: str = "\r\n",
    quoting: Literal[0, 1, 3] = 0,
    strict: bool = False,
) -> Iterator[list[str]]:
    """The fields of each row."""

@refused("a row that is too short or too long has values of other types", "make dicts of the rows: `rows = csv.reader(lines)`, `header = next(rows)`, `[dict(zip(header, row)) for row in rows]`")
def DictReader(f: object, *args: object) -> None:
    """Not compiled."""

@refused("it writes to a file, and there are none in a library", "join the fields yourself, or give the rows back")
def writer(csvfile: object, *args: object) -> None:
    """Not compiled."""

@refused("it writes to a file, and there are none in a library", "join the fields yourself, or give the rows back")
def DictWriter(f: object, *args: object) -> None:
    """Not compiled."""
