"""A chained comparison evaluates its middle once."""

from hotforge import compile


def tick(log: list[int], value: int) -> int:
    log.append(value)
    return value


@compile()
def once(a: int, b: int, c: int) -> tuple[bool, list[int]]:
    log: list[int] = []
    result = tick(log, a) < tick(log, b) < tick(log, c)
    return result, log


@compile()
def order_of_arguments(a: int, b: int) -> list[int]:
    log: list[int] = []
    value = tick(log, a) + tick(log, b) * tick(log, a - b)
    log.append(value)
    return log


@compile()
def short_circuit(a: int, b: int) -> list[int]:
    log: list[int] = []
    if tick(log, a) and tick(log, b) or tick(log, 9):
        log.append(100)
    return log


@compile()
def order_of_display(a: int) -> tuple[list[int], list[int]]:
    log: list[int] = []
    items = [tick(log, a), tick(log, a + 1), tick(log, a) if a > 0 else tick(log, -1)]
    return items, log


CASES = {
    "once": [(1, 2, 3), (3, 2, 1), (1, 1, 1)],
    "order_of_arguments": [(5, 3)],
    "short_circuit": [(0, 1), (1, 0), (1, 1)],
    "order_of_display": [(1,), (-5,)],
}
