"""Clocks go forward; sleeping waits; what cannot be waited raises."""

import time

from hotforge import compile


@compile()
def forward() -> tuple[bool, bool, bool, bool]:
    a, b, c = time.perf_counter(), time.monotonic_ns(), time.time()
    time.sleep(0.001)
    return time.perf_counter() - a >= 0.001, time.monotonic_ns() - b >= 1000000, time.time() >= c, time.time_ns() > 10**18


@compile()
def waits(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


CASES = {
    "forward": [()],
    "waits": [(0.0,), (-1.0,), (float("nan"),), (1e30,), (float("-inf"),)],
}
