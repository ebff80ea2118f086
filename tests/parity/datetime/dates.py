"""`datetime.date`."""

from datetime import date, timedelta

from hotforge import compile


@compile()
def made(year: int, month: int, day: int) -> list[str]:
    day_ = date(year, month, day)
    return [repr(day_), str(day_), day_.isoformat(), day_.ctime(), f"{day_}", str([day_])]


@compile()
def numbers(year: int, month: int, day: int) -> list[int]:
    day_ = date(year=year, month=month, day=day)
    week = day_.isocalendar()
    iso_year, iso_week, iso_day = week
    return [day_.year, day_.month, day_.day, day_.toordinal(), day_.weekday(), day_.isoweekday(), iso_year, iso_week, iso_day, week.week, week[0]]


@compile()
def weeks(year: int, month: int, day: int) -> str:
    return repr(date(year, month, day).isocalendar())


@compile()
def of_ordinal(ordinal: int) -> str:
    return str(date.fromordinal(ordinal))


@compile()
def of_week(year: int, week: int, day: int) -> str:
    return str(date.fromisocalendar(year, week, day))


@compile()
def read(text: str) -> str:
    return repr(date.fromisoformat(text))


@compile()
def moved(ordinal: int, days: int) -> list[str]:
    day = date.fromordinal(ordinal)
    return [str(day + timedelta(days)), str(timedelta(days=days, hours=23) + day), str(day - timedelta(days, 1))]


@compile()
def between(a: str, b: str) -> tuple[int, str, bool, bool, bool, int]:
    first, second = date.fromisoformat(a), date.fromisoformat(b)
    return (first - second).days, str(second - first), first < second, first == second, first >= second, len({first, second})


@compile()
def replaced(text: str, year: int, day: int) -> list[str]:
    day_ = date.fromisoformat(text)
    return [str(day_.replace(year=year)), str(day_.replace(day=day)), str(day_.replace(year, 1)), str(day_.replace())]


@compile()
def written(text: str, format: str) -> str:
    return date.fromisoformat(text).strftime(format)


@compile()
def in_f_strings(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day:%d.%m.%Y} {day:%A, %B %d}|{day!s:>12}|{day!r}|" + "{:%j}".format(day)


@compile()
def sorted_dates(texts: list[str]) -> list[str]:
    days = sorted((date.fromisoformat(text) for text in texts), reverse=True)
    by_month: dict[tuple[int, int], list[date]] = {}
    for day in days:
        by_month.setdefault((day.year, day.month), []).append(day)
    return [str(day) for day in days] + [f"{key}: {len(values)} {min(values)}" for key, values in by_month.items()]


def next_workday(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


@compile()
def workdays(text: str, count: int) -> list[str]:
    day = date.fromisoformat(text)
    found = []
    for _ in range(count):
        day = next_workday(day)
        found.append(day.isoformat())
    return found


@compile()
def limits() -> list[str]:
    return [repr(date.min), repr(date.max), repr(date.resolution)]


@compile()
def is_today() -> bool:
    return date.today() >= date(2024, 1, 1)


TEXTS = [
    "2024-01-01", "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "0000-01-01", "2024-13-01", "2024-00-10", "2024-01-32", "2024-1-01",
    "20240101", "2024-W01-1", "2024-W53-7", "2020-W53-7", "2024W011", "2024W01", "2024-W01", "2024-W00-1", "2024-W01-8", "2024-W011", "2024W01-1",
    "", "2024", "2024-01", "2024-0101", "202401-01", "2024-01-0a", "２０２４-01-01", "2024-01-01 ", " 2024-01-01", "+024-01-01", "2024/01/01", "0000-W01-1",
    "0001-W01-1", "9999-W52-5", "9999-W52-7",
]
DAYS = [(2024, 1, 1), (2024, 2, 29), (2023, 2, 29), (1, 1, 1), (9999, 12, 31), (0, 1, 1), (10000, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31),
        (2024, 1, 0), (2**40, 1, 1), (2024, -(2**40), 1), (2020, 12, 31), (2021, 1, 3), (2016, 1, 3), (1900, 2, 28), (2000, 2, 29), (1999, 12, 31), (5, 6, 7)]
FORMATS = ["%Y-%m-%d", "%d/%m/%y", "%A %a %B %b", "%j %U %W %w %u %V %G", "%H:%M:%S.%f", "[%z] [%Z]", "%c|%x|%X|%p %I", "%%|%", "", "é %d ñ", "%e %D %F %T %R %h %n%t",
           "100%% %Y%", "%-d %-m", "%Q", "%y%y"]
CASES = {
    "made": DAYS,
    "numbers": DAYS,
    "weeks": DAYS,
    "of_ordinal": [(1,), (0,), (-5,), (3652059,), (3652060,), (719163,), (10**7,), (2**40,), (738886,)],
    "of_week": [(2024, 1, 1), (2024, 53, 1), (2020, 53, 7), (2024, 0, 1), (2024, 1, 8), (2024, 1, 0), (0, 1, 1), (10000, 1, 1), (2**40, 1, 1), (1, 1, 1), (9999, 52, 7)],
    "read": [(text,) for text in TEXTS],
    "moved": [(738886, 0), (738886, 1), (738886, -1000), (1, -1), (3652059, 0), (3652059, 1), (3652058, 1), (738886, 10**8), (738886, -(10**8))],
    "between": [("2024-01-01", "2023-01-01"), ("2024-01-01", "2024-01-01"), ("0001-01-01", "9999-12-31")],
    "replaced": [("2024-02-29", 2020, 1), ("2024-02-29", 2023, 1), ("2024-01-31", 2024, 32), ("2024-01-31", 0, 1)],
    "written": [(text, format) for text in ["2024-03-05", "0005-01-01", "9999-12-31"] for format in FORMATS],
    "in_f_strings": [("2024-03-05",), ("0099-12-31",)],
    "sorted_dates": [([],), (["2024-03-05", "2023-01-01", "2024-03-01"],)],
    "workdays": [("2024-03-01", 6), ("9999-12-30", 3)],
    "limits": [()],
    "is_today": [()],
}  # fmt: skip
