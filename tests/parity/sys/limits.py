"""`sys`: constants."""

import sys
from sys import float_info, maxsize

from hotforge import compile


@compile()
def limits(value: float) -> list[float]:
    return [sys.float_info.max, sys.float_info.min, float_info.epsilon * value, float(sys.float_info.dig), float(sys.float_info.mant_dig)]


@compile()
def sizes(number: int) -> tuple[int, bool, int, str]:
    return sys.maxsize, number < maxsize, sys.maxunicode, sys.byteorder


@compile()
def smallest(values: list[int]) -> int:
    best = sys.maxsize
    for value in values:
        best = min(best, value)
    return best


CASES = {"limits": [(1.0,), (-2.5,)], "sizes": [(0,), (2**63 - 1,)], "smallest": [([],), ([3, -1],)]}
