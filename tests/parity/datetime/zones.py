"""Times of a place whose clocks are put back and forward: the process of these predictors is there."""

import os
import time
from datetime import datetime, timezone

from hotforge import compile

os.environ["TZ"] = "America/New_York"
time.tzset()


@compile()
def named(text: str) -> str:
    return repr(datetime.strptime(text, "%Y-%m-%d %Z"))


@compile()
def named_with_offset(text: str) -> str:
    return repr(datetime.strptime(text, "%z %Z"))


@compile()
def here(stamp: float) -> list[str]:
    moment = datetime.fromtimestamp(stamp, timezone.utc).astimezone()
    return [repr(moment), moment.strftime("%H:%M:%S %Z %z"), repr(datetime.fromtimestamp(stamp)), time.strftime("%Y")]


@compile()
def stamp(text: str) -> tuple[float, str]:
    moment = datetime.fromisoformat(text)
    return moment.timestamp(), repr(moment.astimezone(timezone.utc))


CASES = {
    "named": [(f"2024-07-01 {zone}",) for zone in ["EST", "EDT", "edt", "UTC", "gmt", "CET", "PST", "", "ESTEDT"]],
    "named_with_offset": [("-0500 EST",), ("-0400 Edt",), ("+0000 UTC",), ("-0500 PST",)],
    "here": [(0.0,), (1.7e9,), (1.72e9,), (-3e9,), (-1e9,), (1730610000.0,), (1730613600.0,), (1710054000.0,), (1710057600.0,)],
    "stamp": [(text,) for text in ["2024-11-03T01:30", "2024-03-10T02:30", "2024-07-01T12:00", "1880-06-01T12:00", "1943-06-01T12:00", "2024-01-01T00:00-05:00"]],
}  # fmt: skip
