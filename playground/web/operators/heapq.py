import heapq
from hotforge import compile


@compile()
def largest(values: list[float], count: int = 3) -> list[float]:
    return heapq.nlargest(count, values)
