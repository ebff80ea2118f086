import statistics
from hotforge import compile


@compile()
def spread(values: list[float]) -> tuple[float, float]:
    return statistics.median(values), statistics.stdev(values)
