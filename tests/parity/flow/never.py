"""Functions that never return, where values are wanted."""

from hotforge import compile


def fails(x: float) -> float:
    raise ValueError(f"no {x}")


@compile()
def joined(n: int) -> list[float]:
    try:
        values = [fails(0.5), fails(1.5), max(1e10, 2.0)] if n > 0 else [1.0]
    except ValueError as error:
        values = [float(len(str(error)))]
    return values


@compile()
def added(n: int) -> float:
    total = 0.5
    if n > 2:
        fails(1.0)
    other = fails(2.0) if n < 0 else 3.0
    return total + other


CASES = {"joined": [(0,), (1,)], "added": [(0,), (3,), (-1,)]}
