"""Names of `from module import *`."""

from collections import *
from itertools import *
from math import *

from hotforge import compile


@compile()
def circle(radius: float) -> list[float]:
    return [pi * radius**2, sqrt(radius), pow(radius, 2), floor(radius)]


@compile()
def counted(text: str) -> list[tuple[str, int]]:
    counts = Counter(text)
    seen: deque = deque(maxlen=2)
    for letter in chain(text, "!"):
        seen.append(letter)
    return [*counts.most_common(2), *((letter, 0) for letter in seen)]


CASES = {
    "circle": [(0.0,), (2.5,), (-1.0,)],
    "counted": [("",), ("abbé",)],
}
