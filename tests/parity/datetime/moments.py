"""`datetime.datetime`."""

import datetime as dt
from datetime import date, datetime, time, timedelta, timezone

from hotforge import compile


@compile()
def made(year: int, month: int, day: int, hour: int, minute: int, second: int, micro: int) -> list[str]:
    moment = datetime(year, month, day, hour, minute, second, micro)
    return [repr(moment), str(moment), moment.isoformat(), moment.ctime(), str(moment.date()), str(moment.time()), str(moment.weekday()), str(moment.toordinal())]


@compile()
def read(text: str) -> str:
    return repr(dt.datetime.fromisoformat(text))


@compile()
def iso(text: str, sep: str, timespec: str) -> str:
    return datetime.fromisoformat(text).isoformat(sep, timespec)


@compile()
def parts(text: str) -> list[str]:
    moment = datetime.fromisoformat(text)
    week = moment.isocalendar()
    values = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond, moment.fold, week.year, week.week]
    return [str(value) for value in values] + [str(moment.tzinfo), str(moment.utcoffset()), str(moment.tzname()), repr(moment.timetz()), repr(moment.time())]


@compile()
def moved(text: str, days: int, seconds: float) -> list[str]:
    moment = datetime.fromisoformat(text)
    delta = timedelta(days=days, seconds=seconds)
    return [repr(moment + delta), repr(delta + moment), repr(moment - delta)]


@compile()
def between(a: str, b: str) -> tuple[str, float]:
    delta = datetime.fromisoformat(a) - datetime.fromisoformat(b)
    return repr(delta), delta.total_seconds()


@compile()
def compared(a: str, b: str) -> tuple[bool, bool, bool, bool]:
    x, y = datetime.fromisoformat(a), datetime.fromisoformat(b)
    return x == y, x < y, x <= y, x > y


@compile()
def caught(a: str, b: str) -> str:
    try:
        return str(datetime.fromisoformat(a) < datetime.fromisoformat(b))
    except TypeError as error:
        return str(error)


@compile()
def equal(a: str, b: str) -> tuple[bool, bool, int]:
    x, y = datetime.fromisoformat(a), datetime.fromisoformat(b)
    return x == y, x == x.date(), len({x, y})


@compile()
def sorted_moments(texts: list[str]) -> list[str]:
    moments = [datetime.fromisoformat(text) for text in texts]
    return [str(moment) for moment in sorted(moments)] + [str(max(moments)), str(min(moments, key=lambda moment: moment.hour))]


@compile()
def replaced(text: str, year: int, hour: int) -> list[str]:
    moment = datetime.fromisoformat(text)
    return [repr(moment.replace(year=year)), repr(moment.replace(hour=hour, minute=0, second=0, microsecond=0)), repr(moment.replace(tzinfo=timezone.utc)), repr(moment.replace(tzinfo=None, day=1))]


@compile()
def combined(day: str, clock: str) -> list[str]:
    parts = date.fromisoformat(day), time.fromisoformat(clock)
    return [repr(datetime.combine(parts[0], parts[1])), repr(datetime.combine(parts[0], parts[1], tzinfo=timezone.utc)), repr(datetime.combine(datetime.combine(parts[0], parts[1]), time.min))]


@compile()
def of_timestamp(stamp: float, minutes: int) -> list[str]:
    zone = timezone(timedelta(minutes=minutes))
    moment = datetime.fromtimestamp(stamp, tz=zone)
    return [repr(moment), repr(datetime.fromtimestamp(stamp, timezone.utc)), str(moment.timestamp()), repr(datetime.utcfromtimestamp(stamp))]


@compile()
def of_timestamp_here(stamp: float) -> tuple[str, float, str]:
    moment = datetime.fromtimestamp(stamp)
    return repr(moment), moment.timestamp(), str(date.fromtimestamp(stamp))


@compile()
def stamps(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@compile()
def zoned(text: str, minutes: int) -> list[str]:
    moment = datetime.fromisoformat(text)
    return [repr(moment.astimezone(timezone(timedelta(minutes=minutes)))), repr(moment.astimezone(timezone.utc)), moment.astimezone().isoformat()]


@compile()
def written(text: str, format: str) -> list[str]:
    moment = datetime.fromisoformat(text)
    return [moment.strftime(format), f"{moment:%Y%m%dT%H%M%S}", format % () if False else ""]


@compile()
def clocks() -> list[bool]:
    now, utc = datetime.now(), datetime.now(timezone.utc)
    return [now.year >= 2024, utc.tzinfo == timezone.utc, datetime.today() >= now, abs(datetime.utcnow() - utc.replace(tzinfo=None)) < timedelta(minutes=1), now.tzinfo is None]


@compile()
def limits() -> list[str]:
    return [repr(datetime.min), repr(datetime.max), repr(datetime.resolution)]


TEXTS = [
    "2024-01-01", "2024-01-01T12:30", "2024-01-01 12:30:15.123456+02:00", "2024-01-01é12:30", "20240101T1230", "20240101123000", "2024-W01-1T12:30Z", "2024W011T12", "2024-01-01T",
    "2024-01-01T24:00", "2024-02-30T12:00", "2024-01-01T12:30-", "2024-01-01Z", "2024-01-01T12:30:15.5-23:59:59.999999", "", "2024", "2024-01", "2024-01-01T12:30+24:00", "2024-01-01-12:30",
    "2024-01-01+12:30", "9999-12-31T23:59:59.999999", "0001-01-01T00:00", "0000-01-01T00:00", "2024-W01-1", "2024-W01", "2024W01", "2024-W54-1T00", "2024-01-01T1", "2024-01-01T12:3", "2024-1-1T00:00",
    "2024-01-01T12:30 +01:00", "2024-01-01TT12:30", "２024-01-01", "2024-W01-2T10:00", "2024-W0112:00", "20240101 12:30:15", "2024-001T00",
]
GOOD = ["2024-01-01T12:30:15.5", "2024-02-29T00:00+05:30", "0001-01-01T00:00", "9999-12-31T23:59:59.999999", "2024-06-15T23:59:59-08:00", "1969-12-31T23:59:59.999999+00:00"]
FORMATS = ["%Y-%m-%d %H:%M:%S.%f", "%z|%Z", "%a %A %b %B %p %I", "%c %x %X", "%j %U %W %w %u %V %G %y", "%%f %%z", "", "%e|%k|%l|%P|%r|%T|%D|%F|%R|%C|%g|%h", "ñ%Yé"]
CASES = {
    "made": [(2024, 1, 2, 3, 4, 5, 6), (2024, 1, 2, 0, 0, 0, 0), (2024, 2, 30, 0, 0, 0, 0), (0, 1, 1, 0, 0, 0, 0), (2024, 1, 1, 24, 0, 0, 0), (1, 1, 1, 0, 0, 0, 1), (9999, 12, 31, 23, 59, 59, 999999), (2024, 1, 1, 0, 0, 0, -1)],
    "read": [(text,) for text in TEXTS + GOOD],
    "iso": [("2024-01-01T12:30:15.5", sep, spec) for sep in (" ", "é", "", "ab") for spec in ("auto", "hours", "milliseconds", "no")],
    "parts": [(text,) for text in GOOD],
    "moved": [(text, days, seconds) for text in GOOD for days, seconds in [(0, 0.5), (1, -1.0), (-400, 0.0), (10**6, 0.0)]],
    "between": [(a, b) for a in GOOD[:4] for b in GOOD[:4]],
    "compared": [(a, b) for a in GOOD[:5] for b in GOOD[:5]],
    "caught": [(GOOD[0], GOOD[1]), (GOOD[0], GOOD[2])],
    "equal": [(GOOD[0], GOOD[0]), (GOOD[0], GOOD[1]), ("2024-01-01T12:00+01:00", "2024-01-01T11:00Z"), ("2024-01-01T00:00", "2024-01-01")],
    "sorted_moments": [(["2024-01-01T12:30", "2023-01-01"],), (["2024-01-01T12:00+01:00", "2024-01-01T11:30Z"],), ([],), (["2024-01-01T12:00+01:00", "2024-01-01T11:30"],)],
    "replaced": [(GOOD[0], 2020, 5), (GOOD[1], 2023, 5), (GOOD[1], 2020, 24)],
    "combined": [("2024-01-01", "12:30"), ("0001-01-01", "23:59:59.5+01:00")],
    "of_timestamp": [(stamp, minutes) for stamp in (0.0, 1.5, -1.5, 1e9, 1.0000005, 0.0000005, 0.0000015, -0.0000005, 253402300799.0, 1e13, -1e12, 1e18, 1e300, float("nan"), float("inf"), -62135596800.0) for minutes in (0, -90)],
    # Clocks of Europe are put back and forward, where `TZ` says that this is there.
    "of_timestamp_here": [(0.0,), (1.7e9,), (-1e9,), (1234567890.123456,), (1e18,), (1729989000.0,), (1729992600.0,), (1711846800.0,), (-3e9,)],
    "stamps": [(text,) for text in ["1850-06-01T12:00", "2024-10-27T02:30", "2024-03-31T02:30", "2024-01-01T12:30:15.5", "2024-02-29T00:00+05:30", "1970-01-01T00:00:00.000001+00:00", "1969-12-31T23:59:59.9", "9999-12-31T00:00:00Z", "0001-01-01T00:00:00+01:00"]],
    "zoned": [(text, minutes) for text in GOOD for minutes in (0, 330, -720)],
    "written": [(text, format) for text in GOOD for format in FORMATS],
    "clocks": [()],
    "limits": [()],
}  # fmt: skip
