"""Globals of the standard library: paths, dates and zones; and what was read from a file."""

from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from hotforge import compile

TEXT = Path(__file__).with_name("constants.py").read_text(encoding="utf-8")
HERE = Path(__file__).parent.name
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
DAY = timedelta(days=1)
LUNCH = time(12, 30)
ZONE = timezone(timedelta(hours=5, minutes=30), "IST")
HOLIDAYS = {date(2024, 1, 1): "new year", date(2024, 12, 25): "christmas"}
SHIFTS = [(time(6), time(14, tzinfo=timezone.utc)), (time(14), time(22, 30, 15, 500, fold=1))]
FOLDED = datetime(2024, 10, 27, 2, 30, fold=1)


@compile()
def of_files() -> tuple[int, str, str]:
    return len(TEXT), TEXT.splitlines()[0], HERE


@compile()
def moments(seconds: int) -> list[str]:
    moment = EPOCH + timedelta(seconds=seconds)
    return [str(moment), repr(moment.astimezone(ZONE)), str(moment + DAY), repr(LUNCH), repr(ZONE), repr(FOLDED), repr(EPOCH), str(SHIFTS)]


@compile()
def holidays(text: str) -> str:
    day = date.fromisoformat(text)
    while day not in HOLIDAYS:
        day += DAY
    return f"{day:%d %B}: {HOLIDAYS[day]}"


CASES = {"of_files": [()], "moments": [(0,), (10**9,), (-1,)], "holidays": [("2024-01-01",), ("2024-02-01",)]}
