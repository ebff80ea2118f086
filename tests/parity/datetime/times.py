"""`datetime.time` and `datetime.timezone`."""

from datetime import datetime, time, timedelta, timezone

from hotforge import compile


@compile()
def made(hour: int, minute: int, second: int, micro: int, fold: int) -> list[str]:
    moment = time(hour, minute, second, micro, fold=fold)
    zoned = time(hour, minute, tzinfo=timezone.utc, fold=fold)
    return [repr(moment), str(moment), repr(zoned), str(zoned), str(moment.fold), str(moment.hour + moment.minute + moment.second + moment.microsecond)]


@compile()
def read(text: str) -> str:
    return repr(time.fromisoformat(text))


@compile()
def iso(micro: int, timespec: str) -> str:
    return time(1, 2, 3, micro).isoformat(timespec)


@compile()
def replaced(text: str, hour: int) -> list[str]:
    moment = time.fromisoformat(text)
    return [repr(moment.replace(hour=hour)), repr(moment.replace(tzinfo=None)), repr(moment.replace(second=0, tzinfo=timezone.utc)), repr(moment.replace(fold=1))]


@compile()
def compared(a: str, b: str) -> tuple[bool, bool, bool]:
    x, y = time.fromisoformat(a), time.fromisoformat(b)
    return x == y, x < y, x >= y


@compile()
def equal(a: str, b: str) -> tuple[bool, int]:
    x, y = time.fromisoformat(a), time.fromisoformat(b)
    return x == y, len({x, y})


@compile()
def written(text: str, format: str) -> list[str]:
    moment = time.fromisoformat(text)
    return [moment.strftime(format), f"{moment:%H:%M}", str(moment.utcoffset()), str(moment.tzname())]


@compile()
def zones(minutes: int, seconds: int, micros: int, name: str) -> list[str]:
    zone = timezone(timedelta(minutes=minutes, seconds=seconds, microseconds=micros))
    named = timezone(timedelta(minutes=minutes), name)
    moment = datetime(2024, 1, 1, tzinfo=zone)
    return [repr(zone), str(zone), repr(named), str(named), str(zone == named), str(zone.utcoffset(None)), zone.tzname(moment), str(zone == timezone.utc), str(len({zone, named}))]


@compile()
def known() -> list[str]:
    return [repr(timezone.utc), str(timezone.utc), repr(timezone.min), repr(timezone.max), repr(time.min), repr(time.max), repr(time.resolution), repr(timezone(timedelta(0)))]


TEXTS = [
    "00:00", "12:30", "23:59:59.999999", "12", "12:30:15", "12:30:15.5", "12:30:15,25", "12:30:15.1234567", "T12:30", "1230", "123015", "123015.5", "12:30+01:00",
    "12:30Z", "12:30-05:30:15.5", "12:30+00:00", "24:00", "12:60", "12:30:61", "", "1", "12:3", "12:30:", "12:30.5", "12:30:15.", "12:30:1", "12:30+1", "12:30+24:00",
    "12:30+23:59", "12:30:15.12345a", "12.5", "12:30ZZ", "12:30Z+", "12:30 ", "12-30", "１２:30", "12:30:15.123456789", "12:3015", "1230:15", "12:30+0130", "12:30-0130",
    "12:30:15+01:00:00.000001",
]
CASES = {
    "made": [(0, 0, 0, 0, 0), (23, 59, 59, 999999, 1), (24, 0, 0, 0, 0), (-1, 0, 0, 0, 0), (0, 60, 0, 0, 0), (0, 0, 60, 0, 0), (0, 0, 0, 10**6, 0), (0, 0, 0, 0, 2), (1, 2, 0, 4, 0), (2**40, 0, 0, 0, 0)],
    "read": [(text,) for text in TEXTS],
    "iso": [(micro, spec) for micro in (0, 5, 123456) for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "", "x")],
    "replaced": [("12:30:15.5+01:00", 1), ("12:30", 24)],
    "compared": [("12:00", "13:00"), ("12:00+01:00", "12:00+00:00"), ("12:00+01:00", "11:00Z"), ("12:00", "12:00Z"), ("00:30+01:00", "23:30Z")],
    "equal": [("12:00", "12:00Z"), ("12:00+01:00", "11:00Z"), ("12:00", "12:00")],
    "written": [("12:30:15.5", "%H %I %M %S %f %p %z %Z %Y %j"), ("00:05+01:30", "%z|%Z|%c"), ("23:59:59.000001-00:00:30", "%z %Z"), ("12:00", "")],
    "zones": [(0, 0, 0, "x"), (60, 0, 0, ""), (-330, 0, 0, "é%Y"), (0, 30, 0, "UTC"), (0, 0, -1, "a"), (1439, 59, 999999, "b"), (1440, 0, 0, "c"), (-1440, 0, 0, "c")],
    "known": [()],
}  # fmt: skip
