"""Dates and times of the Gregorian calendar."""

MINYEAR: Final = 1
MAXYEAR: Final = 9999

class timedelta:
    """A difference of two times."""

    @overload
    @raises(OverflowError)
    def __new__(days: int = 0, seconds: int = 0, microseconds: int = 0, milliseconds: int = 0, minutes: int = 0, hours: int = 0, weeks: int = 0) -> datetime.timedelta:
        """Of all these together."""

    @overload
    @raises(OverflowError, ValueError)
    @native("datetime::timedelta::new_float")
    def __new__(days: float = 0.0, seconds: float = 0.0, microseconds: float = 0.0, milliseconds: float = 0.0, minutes: float = 0.0, hours: float = 0.0, weeks: float = 0.0) -> datetime.timedelta:
        """Of all these together, rounded to microseconds."""

    @property
    def days(self) -> int:
        """Whole days, negative where all of it is."""

    @property
    def seconds(self) -> int:
        """0 to 86399."""

    @property
    def microseconds(self) -> int:
        """0 to 999999."""

    def total_seconds(self) -> float:
        """All of it in seconds."""

    @raises(OverflowError)
    def __add__(self, other: datetime.timedelta) -> datetime.timedelta:
        """Sum."""

    @raises(OverflowError)
    def __sub__(self, other: datetime.timedelta) -> datetime.timedelta:
        """Difference."""

    @overload
    @raises(OverflowError)
    def __mul__(self, other: int) -> datetime.timedelta:
        """So many times."""

    @overload
    @raises(OverflowError, ValueError)
    @native("datetime::timedelta::mul_float")
    def __mul__(self, other: float) -> datetime.timedelta:
        """So many times, rounded."""

    @overload
    @raises(OverflowError)
    @native("datetime::timedelta::mul")
    def __rmul__(self, other: int) -> datetime.timedelta:
        """So many times."""

    @overload
    @raises(OverflowError, ValueError)
    @native("datetime::timedelta::mul_float")
    def __rmul__(self, other: float) -> datetime.timedelta:
        """So many times, rounded."""

    @overload
    @raises(ZeroDivisionError)
    @native("datetime::timedelta::quotient")
    def __truediv__(self, other: datetime.timedelta) -> float:
        """How often it goes."""

    @overload
    @raises(ZeroDivisionError, OverflowError)
    def __truediv__(self, other: int) -> datetime.timedelta:
        """A part, rounded."""

    @overload
    @raises(ZeroDivisionError, OverflowError, ValueError)
    @native("datetime::timedelta::truediv_float")
    def __truediv__(self, other: float) -> datetime.timedelta:
        """A part, rounded."""

    @overload
    @raises(ZeroDivisionError, OverflowError)
    @native("datetime::timedelta::whole_quotient")
    def __floordiv__(self, other: datetime.timedelta) -> int:
        """How often it goes, rounded down."""

    @overload
    @raises(ZeroDivisionError, OverflowError)
    def __floordiv__(self, other: int) -> datetime.timedelta:
        """A part, rounded down."""

    @raises(ZeroDivisionError, OverflowError)
    def __mod__(self, other: datetime.timedelta) -> datetime.timedelta:
        """What is left."""

    @raises(OverflowError)
    def __neg__(self) -> datetime.timedelta:
        """The other way."""

    def __pos__(self) -> datetime.timedelta:
        """The same."""

    @raises(OverflowError)
    def __abs__(self) -> datetime.timedelta:
        """Without its sign."""

    def __bool__(self) -> bool:
        """Whether it is not zero."""

    @property
    @staticmethod
    def min() -> datetime.timedelta:
        """The first."""

    @property
    @staticmethod
    def max() -> datetime.timedelta:
        """The last."""

    @property
    @staticmethod
    def resolution() -> datetime.timedelta:
        """The least difference of two."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By what is compared."""

    @native("object::less")
    def __lt__(self, other: datetime.timedelta) -> bool:
        """The order of the two."""

    @native("object::less_equal")
    def __le__(self, other: datetime.timedelta) -> bool:
        """The order of the two."""

    @native("object::greater")
    def __gt__(self, other: datetime.timedelta) -> bool:
        """The order of the two."""

    @native("object::greater_equal")
    def __ge__(self, other: datetime.timedelta) -> bool:
        """The order of the two."""

class timezone:
    """A fixed offset from UTC."""

    @overload
    @raises(ValueError)
    def __new__(offset: datetime.timedelta) -> datetime.timezone:
        """With this offset."""

    @overload
    @raises(ValueError)
    @native("datetime::timezone::new_named")
    def __new__(offset: datetime.timedelta, name: str) -> datetime.timezone:
        """With this offset and name."""

    def utcoffset(self, dt: datetime.datetime | None, /) -> datetime.timedelta:
        """The offset."""

    def tzname(self, dt: datetime.datetime | None, /) -> str:
        """The name."""

    @property
    @staticmethod
    def utc() -> datetime.timezone:
        """UTC."""

    @property
    @staticmethod
    def min() -> datetime.timezone:
        """The first."""

    @property
    @staticmethod
    def max() -> datetime.timezone:
        """The last."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By what is compared."""

class date:
    """A day."""

    @raises(ValueError, OverflowError)
    def __new__(year: int, month: int, day: int) -> datetime.date:
        """A day."""

    @staticmethod
    @raises(Exception)
    def today() -> datetime.date:
        """This day."""

    @staticmethod
    @raises(Exception)
    def fromtimestamp(timestamp: float, /) -> datetime.date:
        """Of seconds since 1970, in the time of this place."""

    @staticmethod
    @raises(ValueError, OverflowError)
    def fromordinal(ordinal: int, /) -> datetime.date:
        """Of days since the year 1."""

    @staticmethod
    @raises(ValueError)
    def fromisoformat(date_string: str, /) -> datetime.date:
        """Of text as ISO 8601 has it."""

    @staticmethod
    @raises(ValueError)
    def fromisocalendar(year: int, week: int, day: int) -> datetime.date:
        """Of a day of a week."""

    @property
    def year(self) -> int:
        """1 to 9999."""

    @property
    def month(self) -> int:
        """1 to 12."""

    @property
    def day(self) -> int:
        """1 to 31."""

    def toordinal(self) -> int:
        """Days since the year 1."""

    def weekday(self) -> int:
        """The day of the week, Monday being 0."""

    def isoweekday(self) -> int:
        """The day of the week, Monday being 1."""

    def isocalendar(self) -> IsoCalendarDate:
        """Year, week and day of the week."""

    def isoformat(self) -> str:
        """As ISO 8601 has it."""

    @raises(Exception)
    def ctime(self) -> str:
        """As C has it."""

    @raises(ValueError)
    def strftime(self, format: str, /) -> str:
        """As the format has it."""

    @raises(ValueError, OverflowError)
    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None) -> datetime.date:
        """With other parts."""

    @raises(OverflowError)
    def __add__(self, other: datetime.timedelta) -> datetime.date:
        """So many days later."""

    @raises(OverflowError)
    @native("datetime::date::add")
    def __radd__(self, other: datetime.timedelta) -> datetime.date:
        """So many days later."""

    @overload
    @refused("a datetime cannot be subtracted from a date", "compare two dates: `a - b.date()`")
    def __sub__(self, other: datetime.datetime) -> datetime.timedelta:
        """Nothing."""

    @overload
    @raises(OverflowError)
    @native("datetime::date::difference")
    def __sub__(self, other: datetime.date) -> datetime.timedelta:
        """The days between."""

    @overload
    @raises(OverflowError)
    def __sub__(self, other: datetime.timedelta) -> datetime.date:
        """So many days earlier."""

    @property
    @staticmethod
    def min() -> datetime.date:
        """The first."""

    @property
    @staticmethod
    def max() -> datetime.date:
        """The last."""

    @property
    @staticmethod
    def resolution() -> datetime.timedelta:
        """The least difference of two."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By what is compared."""

    @native("object::less")
    def __lt__(self, other: datetime.date) -> bool:
        """The order of the two."""

    @native("object::less_equal")
    def __le__(self, other: datetime.date) -> bool:
        """The order of the two."""

    @native("object::greater")
    def __gt__(self, other: datetime.date) -> bool:
        """The order of the two."""

    @native("object::greater_equal")
    def __ge__(self, other: datetime.date) -> bool:
        """The order of the two."""

class IsoCalendarDate(tuple[int, int, int]):
    """Year, week and day of the week."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def week(self) -> int:
        """The week."""

    @property
    def weekday(self) -> int:
        """The weekday."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By what is compared."""

    @native("object::less")
    def __lt__(self, other: IsoCalendarDate) -> bool:
        """The order of the two."""

    @native("object::less_equal")
    def __le__(self, other: IsoCalendarDate) -> bool:
        """The order of the two."""

    @native("object::greater")
    def __gt__(self, other: IsoCalendarDate) -> bool:
        """The order of the two."""

    @native("object::greater_equal")
    def __ge__(self, other: IsoCalendarDate) -> bool:
        """The order of the two."""

class time:
    """A time of day."""

    @raises(ValueError, OverflowError)
    def __new__(hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: datetime.timezone | None = None, *, fold: int = 0) -> datetime.time:
        """A time of day."""

    @staticmethod
    @raises(ValueError)
    def fromisoformat(time_string: str, /) -> datetime.time:
        """Of text as ISO 8601 has it."""

    @property
    def hour(self) -> int:
        """0 to 23."""

    @property
    def minute(self) -> int:
        """0 to 59."""

    @property
    def second(self) -> int:
        """0 to 59."""

    @property
    def microsecond(self) -> int:
        """0 to 999999."""

    @property
    def fold(self) -> int:
        """1 for the second of two equal times."""

    @property
    def tzinfo(self) -> datetime.timezone | None:
        """The zone."""

    def utcoffset(self) -> datetime.timedelta | None:
        """The offset from UTC."""

    def tzname(self) -> str | None:
        """The name of the zone."""

    @raises(ValueError)
    def isoformat(self, timespec: str = "auto") -> str:
        """As ISO 8601 has it."""

    @raises(ValueError)
    def strftime(self, format: str, /) -> str:
        """As the format has it."""

    @overload
    @raises(ValueError, OverflowError)
    def replace(self, hour: int | None = None, minute: int | None = None, second: int | None = None, microsecond: int | None = None, *, fold: int | None = None) -> datetime.time:
        """With other parts."""

    @overload
    @raises(ValueError, OverflowError)
    @native("datetime::time::replace_zone")
    def replace(self, hour: int | None = None, minute: int | None = None, second: int | None = None, microsecond: int | None = None, *, tzinfo: datetime.timezone | None, fold: int | None = None) -> datetime.time:
        """With other parts."""

    @property
    @staticmethod
    def min() -> datetime.time:
        """The first."""

    @property
    @staticmethod
    def max() -> datetime.time:
        """The last."""

    @property
    @staticmethod
    def resolution() -> datetime.timedelta:
        """The least difference of two."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By what is compared."""

    @raises(TypeError)
    def __lt__(self, other: datetime.time) -> bool:
        """The order of the two."""

    @raises(TypeError)
    def __le__(self, other: datetime.time) -> bool:
        """The order of the two."""

    @raises(TypeError)
    def __gt__(self, other: datetime.time) -> bool:
        """The order of the two."""

    @raises(TypeError)
    def __ge__(self, other: datetime.time) -> bool:
        """The order of the two."""

class datetime(date):
    """A day and a time of day."""

    @raises(ValueError, OverflowError)
    def __new__(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: datetime.timezone | None = None, *, fold: int = 0) -> datetime.datetime:
        """A day and a time of day."""

    @staticmethod
    @raises(Exception)
    def now(tz: datetime.timezone | None = None) -> datetime.datetime:
        """Now."""

    @staticmethod
    @raises(Exception)
    def utcnow() -> datetime.datetime:
        """Now in UTC, without a zone."""

    @staticmethod
    @raises(Exception)
    def today() -> datetime.datetime:
        """Now."""

    @staticmethod
    @raises(Exception)
    def fromtimestamp(timestamp: float, tz: datetime.timezone | None = None) -> datetime.datetime:
        """Of seconds since 1970."""

    @staticmethod
    @raises(Exception)
    def utcfromtimestamp(timestamp: float, /) -> datetime.datetime:
        """Of seconds since 1970 in UTC, without a zone."""

    @staticmethod
    @raises(ValueError, OverflowError)
    def fromordinal(ordinal: int, /) -> datetime.datetime:
        """Of days since the year 1."""

    @staticmethod
    @raises(ValueError)
    def fromisoformat(date_string: str, /) -> datetime.datetime:
        """Of text as ISO 8601 has it."""

    @staticmethod
    @raises(ValueError)
    def fromisocalendar(year: int, week: int, day: int) -> datetime.datetime:
        """Of a day of a week."""

    @staticmethod
    @raises(Exception)
    def strptime(date_string: str, format: str, /) -> datetime.datetime:
        """Of text as the format has it."""

    @overload
    @staticmethod
    def combine(date: datetime.date, time: datetime.time) -> datetime.datetime:
        """Of a day and a time of day."""

    @overload
    @staticmethod
    @native("datetime::datetime::combine_zone")
    def combine(date: datetime.date, time: datetime.time, tzinfo: datetime.timezone | None) -> datetime.datetime:
        """Of a day, a time of day and a zone."""

    @property
    def hour(self) -> int:
        """0 to 23."""

    @property
    def minute(self) -> int:
        """0 to 59."""

    @property
    def second(self) -> int:
        """0 to 59."""

    @property
    def microsecond(self) -> int:
        """0 to 999999."""

    @property
    def fold(self) -> int:
        """1 for the second of two equal times."""

    @property
    def tzinfo(self) -> datetime.timezone | None:
        """The zone."""

    def utcoffset(self) -> datetime.timedelta | None:
        """The offset from UTC."""

    def tzname(self) -> str | None:
        """The name of the zone."""

    def date(self) -> datetime.date:
        """The day."""

    def time(self) -> datetime.time:
        """The time of day, without the zone."""

    def timetz(self) -> datetime.time:
        """The time of day."""

    @raises(Exception)
    def timestamp(self) -> float:
        """Seconds since 1970."""

    @raises(ValueError, TypeError)
    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """As ISO 8601 has it."""

    @overload
    @raises(ValueError, OverflowError)
    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None, hour: int | None = None, minute: int | None = None, second: int | None = None, microsecond: int | None = None, *, fold: int | None = None) -> datetime.datetime:
        """With other parts."""

    @overload
    @raises(ValueError, OverflowError)
    @native("datetime::datetime::replace_zone")
    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None, hour: int | None = None, minute: int | None = None, second: int | None = None, microsecond: int | None = None, *, tzinfo: datetime.timezone | None, fold: int | None = None) -> datetime.datetime:
        """With other parts."""

    @raises(Exception)
    def astimezone(self, tz: datetime.timezone | None = None) -> datetime.datetime:
        """The same moment in another zone."""

    @raises(OverflowError)
    def __add__(self, other: datetime.timedelta) -> datetime.datetime:
        """Later."""

    @raises(OverflowError)
    @native("datetime::datetime::add")
    def __radd__(self, other: datetime.timedelta) -> datetime.datetime:
        """Later."""

    @overload
    @raises(TypeError, OverflowError)
    @native("datetime::datetime::difference")
    def __sub__(self, other: datetime.datetime) -> datetime.timedelta:
        """What is between."""

    @overload
    @raises(OverflowError)
    def __sub__(self, other: datetime.timedelta) -> datetime.datetime:
        """Earlier."""

    @property
    @staticmethod
    def min() -> datetime.datetime:
        """The first."""

    @property
    @staticmethod
    def max() -> datetime.datetime:
        """The last."""

    @property
    @staticmethod
    def resolution() -> datetime.timedelta:
        """The least difference of two."""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether they are equal."""

    @native("record::hash")
    def __hash__(self) -> int:
        """By what is compared."""

    @raises(TypeError)
    def __lt__(self, other: datetime.datetime) -> bool:
        """The order of the two."""

    @raises(TypeError)
    def __le__(self, other: datetime.datetime) -> bool:
        """The order of the two."""

    @raises(TypeError)
    def __gt__(self, other: datetime.datetime) -> bool:
        """The order of the two."""

    @raises(TypeError)
    def __ge__(self, other: datetime.datetime) -> bool:
        """The order of the two."""
