"""`datetime.timedelta`."""

from datetime import timedelta

from hotforge import compile


@compile()
def of_ints(days: int, seconds: int, micros: int) -> tuple[int, int, int, float, str, str]:
    delta = timedelta(days, seconds, micros)
    return delta.days, delta.seconds, delta.microseconds, delta.total_seconds(), str(delta), repr(delta)


@compile()
def of_units(weeks: int, hours: int, minutes: int, millis: int) -> str:
    return repr(timedelta(weeks=weeks, hours=hours, minutes=minutes, milliseconds=millis))


@compile()
def of_floats(days: float, seconds: float, micros: float) -> str:
    return repr(timedelta(days=days, seconds=seconds, microseconds=micros))


@compile()
def of_mixed(days: int, hours: float) -> str:
    return repr(timedelta(days=days, hours=hours))


@compile()
def sums(a: int, b: int) -> list[str]:
    x, y = timedelta(milliseconds=a), timedelta(milliseconds=b)
    return [str(x + y), str(x - y), str(-x), str(+x), str(abs(x)), str(bool(x)), str(x * b), str(b * x)]


@compile()
def scaled(a: int, factor: float) -> list[str]:
    x = timedelta(microseconds=a)
    return [str(x * factor), str(factor * x)]


@compile()
def divided(a: int, divisor: float) -> str:
    return repr(timedelta(microseconds=a) / divisor)


@compile()
def divided_by_int(a: int, divisor: int) -> list[str]:
    return [repr(timedelta(microseconds=a) / divisor), repr(timedelta(microseconds=a) // divisor)]


@compile()
def quotients(a: int, b: int) -> tuple[float, int, str, int]:
    x, y = timedelta(microseconds=a), timedelta(microseconds=b)
    whole, rest = divmod(x, y)
    return x / y, x // y, str(x % y), whole + rest.microseconds


@compile()
def compared(a: int, b: int) -> tuple[bool, bool, bool, bool, bool, int]:
    x, y = timedelta(seconds=a), timedelta(seconds=b)
    return x == y, x < y, x <= y, x > y, x != y, len({x, y})


@compile()
def sorted_sum(values: list[int]) -> list[str]:
    deltas = sorted(timedelta(minutes=value) for value in values)
    total = sum(deltas, timedelta())
    longest = max(deltas, default=timedelta(0))
    return [str(delta) for delta in deltas] + [str(total), str(longest)]


@compile()
def limits() -> list[str]:
    return [repr(timedelta.min), repr(timedelta.max), repr(timedelta.resolution), str(timedelta.max)]


@compile()
def beyond(days: int) -> str:
    return str(timedelta.max + timedelta(days=days))


CASES = {
    "of_ints": [
        (0, 0, 0), (1, 0, 0), (-1, 0, 0), (0, -1, 0), (0, 0, -1), (1, 86400, 10**6), (999999999, 0, 0), (10**9, 0, 0), (-(10**9), 0, 0),
        (10**10, 0, 0), (0, 2**62, 0), (0, 0, 2**63 - 1), (0, 3661, 5), (400, 5, 50), (0, 0, 123456), (-1, 86399, 999999), (2**62, 0, 0),
    ],
    "of_units": [(0, 0, 0, 0), (1, 2, 3, 4), (-1, 25, -61, 1001)],
    "of_floats": [
        (0.5, 0.5, 0.5), (0.0, 0.0, 1.5), (0.0, 0.0, 2.5), (0.0, 1e-6, 0.5), (1 / 3, 1 / 3, 1 / 3), (-0.1, 0.0, 0.0), (float("nan"), 0.0, 0.0),
        (float("inf"), 0.0, 0.0), (1e300, 0.0, 0.0), (1e10, 0.0, 0.0), (0.0, 0.0, -0.5), (0.0, 0.0000005, 0.0), (0.0, 0.0000015, 0.0),
    ],
    "of_mixed": [(1, 1.5), (-1, 0.1), (0, 1e-9)],
    "sums": [(0, 0), (1, 2), (-5, 3), (10**12, 10**3), (86400000, -1)],
    "scaled": [(10**6, 0.5), (1, 0.5), (3, 0.5), (-1, 0.5), (7, 0.1), (10**12, 1 / 3), (1, float("nan")), (1, float("inf")), (1, 1e300), (5, -0.0)],
    "divided": [(10, 4.0), (1, 2.0), (3, 2.0), (-3, 2.0), (10**12, 0.1), (1, 0.0), (1, float("nan")), (7, -3.7), (1, float("inf"))],
    "divided_by_int": [(10, 4), (1, 2), (3, 2), (-3, 2), (5, -2), (1, 0), (0, 7)],
    "quotients": [(10, 3), (-10, 3), (10, -3), (0, 5), (5, 0), (2**62, 7), (1, 2**62), (10**18, 10**17 + 1)],
    "compared": [(1, 2), (2, 2), (-1, 1)],
    "sorted_sum": [([],), ([3, -1, 90],)],
    "limits": [()],
    "beyond": [(0,), (1,)],
}  # fmt: skip
