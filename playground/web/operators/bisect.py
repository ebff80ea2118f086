import bisect
from hotforge import compile


@compile()
def grade(score: int = 77) -> str:
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]
