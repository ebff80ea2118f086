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
    quoting: Literal[-1, 0, 1, 3] = -1,
    strict: bool = False,
) -> Iterator[list[str]]:
    """The fields of each row."""

@raises(Exception)
@native("csv::dictreader")
def DictReader(
    f: Iterable[str],
    fieldnames: list[str] | None = None,
    restkey: str | None = None,
    restval: str | None = None,
    dialect: Literal["excel"] = "excel",
    *,
    delimiter: str = ",",
    quotechar: str | None = "\"",
    escapechar: str | None = None,
    doublequote: bool = True,
    skipinitialspace: bool = False,
    lineterminator: str = "\r\n",
    quoting: Literal[-1, 0, 1, 3] = -1,
    strict: bool = False,
) -> Iterator[dict[str, str]]:
    """Each row as a dict of its fields by the names in the first."""

class Writer:
    """What writes rows into a buffer."""

    @raises(Exception)
    def writerow[T](self, row: Iterable[T], /) -> int:
        """Write a row."""

    @raises(Exception)
    def writerows[T](self, rows: Iterable[Iterable[T]], /) -> None:
        """Write one row after the other."""

@raises(TypeError)
@native("csv::writer::new")
def writer(
    csvfile: io.StringIO,
    dialect: Literal["excel"] = "excel",
    *,
    delimiter: str = ",",
    quotechar: str | None = "\"",
    escapechar: str | None = None,
    doublequote: bool = True,
    skipinitialspace: bool = False,
    lineterminator: str = "\r\n",
    quoting: int = -1,
    strict: bool = False,
) -> csv.Writer:
    """What writes rows into a buffer."""

class DictWriter:
    """What writes dicts as rows."""

    @raises(Exception)
    def __new__(
        f: io.StringIO,
        fieldnames: Iterable[str],
        restval: str = "",
        extrasaction: str = "raise",
        dialect: Literal["excel"] = "excel",
        *,
        delimiter: str = ",",
        quotechar: str | None = "\"",
        escapechar: str | None = None,
        doublequote: bool = True,
        skipinitialspace: bool = False,
        lineterminator: str = "\r\n",
        quoting: int = -1,
        strict: bool = False,
    ) -> csv.DictWriter:
        """With these fields in this order."""

    @raises(Exception)
    def writeheader(self) -> int:
        """Write the names of the fields."""

    @raises(Exception)
    def writerow[T](self, rowdict: dict[str, T]) -> int:
        """Write a row."""

    @raises(Exception)
    def writerows[T](self, rowdicts: Iterable[dict[str, T]]) -> None:
        """Write one row after the other."""
