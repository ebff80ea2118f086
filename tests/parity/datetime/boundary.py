"""Dates and times as parameters and results."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from hotforge import compile


@dataclass
class Visit:
    """Something that has a time."""

    at: datetime
    note: str


@compile()
def next_day(day: date) -> date:
    return day + timedelta(days=1)


@compile()
def later(at: datetime, by: timedelta) -> datetime:
    return at + by


@compile()
def doubled(by: timedelta) -> timedelta:
    return by * 2


@compile()
def of_day(at: datetime) -> tuple[date, time]:
    return at.date(), at.timetz()


@compile()
def noon(at: time) -> list[time]:
    return [at, at.replace(hour=12)]


@compile()
def between(days: list[date]) -> dict[date, timedelta]:
    return {day: day - days[0] for day in days}


@compile()
def maybe(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@compile()
def either(value: date | str | None) -> str:
    if value is None:
        return "none"
    return value if isinstance(value, str) else f"day {value:%d.%m.%Y}"


@compile()
def visited(visit: Visit) -> Visit:
    return Visit(visit.at.replace(microsecond=0), visit.note)


@compile()
def in_utc(at: datetime) -> datetime:
    return at.astimezone(timezone.utc)


@compile()
def wrong(day: date) -> str:
    return day.isoformat()


ZONE = timezone(timedelta(hours=5, minutes=30))
DAYS = [date(1, 1, 1), date(2024, 2, 28), date(1999, 12, 31), date(9999, 12, 31)]
TIMES = [time(0), time(23, 59, 59, 999999), time(12, 30, tzinfo=timezone.utc), time(1, 2, 3, 4, ZONE)]
DATETIMES = [datetime(1, 1, 1), datetime(2024, 2, 29, 23, 59, 59, 1), datetime(2000, 1, 1, tzinfo=timezone.utc), datetime(1900, 5, 6, 7, 8, tzinfo=ZONE)]
DELTAS = [timedelta(0), timedelta(days=-1, seconds=3, microseconds=7), timedelta.max, timedelta(days=400, hours=5)]
CASES = {
    "next_day": [(day,) for day in DAYS],
    "later": [(at, by) for at in DATETIMES for by in DELTAS],
    "doubled": [(by,) for by in DELTAS],
    "of_day": [(at,) for at in DATETIMES],
    "noon": [(at,) for at in TIMES],
    "between": [(DAYS,), ([],)],
    "maybe": [("2024-01-02T03:04:05.678901+02:00",), ("",), ("2024-01-02",), ("x",)],
    "either": [(DAYS[1],), ("text",), (None,)],
    "visited": [(Visit(at, "é"),) for at in DATETIMES],
    "in_utc": [(at,) for at in DATETIMES[2:]],
    "wrong": [(DAYS[0],)],
}  # fmt: skip
