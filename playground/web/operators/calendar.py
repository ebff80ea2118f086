import calendar
from hotforge import compile


@compile()
def days_of(year: int = 2028, month: int = 2) -> tuple[int, int]:
    return calendar.monthrange(year, month)
