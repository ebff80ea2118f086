import time
from hotforge import compile


@compile()
def day_of_year(seconds: float = 86400.0) -> int:
    return time.gmtime(seconds).tm_yday
