"""Months and weeks."""

class IllegalMonthError(ValueError):
    """Of a month that there is not."""

MONDAY: Final = 0
TUESDAY: Final = 1
WEDNESDAY: Final = 2
THURSDAY: Final = 3
FRIDAY: Final = 4
SATURDAY: Final = 5
SUNDAY: Final = 6
month_name: Final = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
month_abbr: Final = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
day_name: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
day_abbr: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

def isleap(year: int) -> bool:
    """Whether a year has 366 days."""

def leapdays(y1: int, y2: int) -> int:
    """How many years have 366 days, from one to before another."""

@raises(ValueError)
def weekday(year: int, month: int, day: int) -> int:
    """The day of the week, Monday being 0."""

@raises(Exception)
def monthrange(year: int, month: int) -> tuple[int, int]:
    """The day of the week that a month begins with, and how many days it has."""

@raises(Exception)
def monthcalendar(year: int, month: int) -> list[list[int]]:
    """The days of a month by weeks, 0 for those of other months."""
