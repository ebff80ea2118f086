import math
from hotforge import compile


@compile()
def distance(x: float, y: float) -> float:
    return math.hypot(x, y) + math.sin(math.pi * x)
