"""A predictor to stop in."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from hotforge import compile


@dataclass
class Meter:
    value: float

    def add(self, amount: float) -> None:
        grown = self.value + amount
        self.value = grown


def doubled(value):
    twice = value + value
    return twice


def halves(count: int) -> Iterator[float]:
    for number in range(count):
        half = number / 2
        yield half


@compile()
def measure(numbers: list[int], factor: float) -> float:
    meter = Meter(0.0)
    for number in numbers:
        part = doubled(number) * factor
        # Both forms of the function are on the same lines.
        meter.add(doubled(part))
    for half in halves(3):
        meter.add(half)
    names = {"first": "née", "second": None}
    values = np.array(numbers, dtype=np.float32) * 1.5
    count = len(names)
    return meter.value + count + float(values[0])
