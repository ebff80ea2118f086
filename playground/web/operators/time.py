import time

from hotforge import compile


@compile()
def waits(seconds: float = 0.05) -> bool:
    started = time.perf_counter()
    time.sleep(seconds)
    return time.perf_counter() - started > seconds / 2
