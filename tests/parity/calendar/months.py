"""`calendar`: months and weeks."""

import calendar

from hotforge import compile


@compile()
def years(first: int, last: int) -> tuple[list[int], int]:
    return [year for year in range(first, last) if calendar.isleap(year)], calendar.leapdays(first, last)


@compile()
def months(year: int, month: int) -> tuple[int, int]:
    return calendar.monthrange(year, month)


@compile()
def weekdays(year: int, month: int, day: int) -> int:
    return calendar.weekday(year, month, day)


@compile()
def weeks(year: int, month: int) -> list[list[int]]:
    return calendar.monthcalendar(year, month)


@compile()
def names(month: int, day: int) -> list[str]:
    return [calendar.month_name[month], calendar.month_abbr[month], calendar.day_name[day], calendar.day_abbr[day], str(calendar.SUNDAY)]


@compile()
def caught(month: int) -> str:
    try:
        return str(calendar.monthrange(2024, month))
    except calendar.IllegalMonthError as error:
        return str(error)


CASES = {
    "years": [(1890, 1910), (-5, 5), (2000, 2000), (2100, 2090)],
    "months": [(2024, 2), (2023, 2), (1900, 2), (2024, 13), (2024, 0), (0, 1), (10000, 12), (-400, 2)],
    "weekdays": [(2024, 1, 1), (2024, 2, 30), (0, 1, 1), (12000, 5, 5), (2024, 13, 1)],
    "weeks": [(2024, 1), (2024, 2), (2021, 2), (2026, 2), (2024, 14)],
    "names": [(1, 0), (12, 6), (0, -1), (-1, 2)],
    "caught": [(5,), (13,)],
}
