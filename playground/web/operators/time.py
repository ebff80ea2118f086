import time

from hotforge import compile


@compile()
def seconds_to_sum(count: int = 1000) -> float:
    started = time.perf_counter()
    total = sum(range(count))
    return time.perf_counter() - started if total >= 0 else 0.0
