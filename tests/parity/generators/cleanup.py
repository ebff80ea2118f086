"""`yield` within `try`, `finally` and `with`: what runs when a generator is left early, and when."""

from collections.abc import Iterator
from contextlib import suppress

from hotforge import compile


def noted(log: list[str], n: int):
    log.append("begin")
    try:
        for i in range(n):
            yield i
    finally:
        log.append("end")


def watched(log: list[str]):
    try:
        yield 1
        log.append("went on")
        yield 2
    except GeneratorExit:
        log.append("closed")
        raise
    except Exception as error:
        log.append(f"error {error}")
    else:
        log.append("else")
    finally:
        log.append("finally")


class Session:
    def __init__(self, log: list[str]):
        self.log = log

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, error, traceback):
        self.log.append(f"exit {error is not None}")


def within(log: list[str], n: int):
    with Session(log) as session:
        for i in range(n):
            session.log.append(f"give {i}")
            yield i


@compile()
def to_the_end(n: int) -> list[str]:
    log: list[str] = []
    for i in noted(log, n):
        log.append(str(i))
    return log


@compile()
def left_by_break(n: int, stop: int) -> list[str]:
    log: list[str] = []
    for i in noted(log, n):
        if i == stop:
            break
        log.append(str(i))
    else:
        log.append("all")
    log.append("after")
    return log


@compile()
def left_by_return(n: int) -> list[str]:
    log: list[str] = []

    def first() -> int:
        for i in noted(log, n):
            return i
        return -1

    log.append(str(first()))
    return log


@compile()
def left_by_error(n: int) -> list[str]:
    log: list[str] = []
    try:
        for i in noted(log, 3):
            log.append(str(10 // (n - i)))
    except ZeroDivisionError as error:
        log.append(str(error))
    return log


@compile()
def one_item(n: int) -> list[str]:
    log: list[str] = []
    log.append(str(next(noted(log, n), None)))
    log.append("after")
    return log


@compile()
def never_begun(n: int) -> list[str]:
    log: list[str] = []
    noted(log, n)
    log.append("after")
    return log


@compile()
def held(n: int) -> list[str]:
    log: list[str] = []
    if n > 0:
        items = noted(log, n)
        log.append(str(next(items)))
    log.append("after")
    return log


@compile()
def closed(n: int) -> list[str]:
    log: list[str] = []
    items = watched(log)
    for _ in range(n):
        log.append(str(next(items, None)))
    items.close()
    items.close()
    log.append(str(next(items, None)))
    return log


@compile()
def zipped(n: int) -> list[str]:
    log: list[str] = []
    for a, b in zip(noted(log, n), range(2)):
        log.append(f"{a} {b}")
    log.append("after")
    return log


@compile()
def in_a_with(n: int, stop: int) -> list[str]:
    log: list[str] = []
    for i in within(log, n):
        if i == stop:
            break
    log.append("after")
    return log


def through(log: list[str], n: int):
    try:
        yield from noted(log, n)
    finally:
        log.append("outer")


@compile()
def nested(n: int, stop: int) -> list[str]:
    log: list[str] = []
    for i in through(log, n):
        if i == stop:
            break
    log.append("after")
    return log


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


@compile()
def ignores_the_exit() -> str:
    items = stubborn()
    next(items)
    items.close()
    return "closed"


def failing(log: list[str]):
    try:
        yield 1
    finally:
        log.append("finally")
        raise ValueError("on the way out")


@compile()
def raises_on_the_way_out() -> str:
    log: list[str] = []
    items = failing(log)
    next(items)
    try:
        items.close()
    except ValueError as error:
        return f"{log} {error}"
    return "closed"


@compile()
def retries(words: list[str]) -> list[int]:
    def numbers():
        for word in words:
            try:
                yield int(word)
            except ValueError:
                yield -1

    return list(numbers())


@compile()
def suppressed(words: list[str]) -> list[int]:
    def numbers():
        for word in words:
            with suppress(ValueError):
                yield int(word)

    return list(numbers())


@compile()
def streamed(n: int) -> Iterator[int]:
    """Given to Python, which iterates over it."""
    total = 0
    try:
        for i in range(n):
            total += i
            yield total
    finally:
        total = 0


def rebound(log: list[str]):
    for i in range(3):
        try:
            if i == 1:
                continue
            yield i
        finally:
            log.append(f"done {i}")


@compile()
def around_loops() -> list[str]:
    log: list[str] = []
    for i in rebound(log):
        log.append(str(i))
    return log


CASES = {
    "to_the_end": [(0,), (1,), (3,)],
    "left_by_break": [(3, 0), (3, 1), (3, 5), (0, 0)],
    "left_by_return": [(0,), (3,)],
    "left_by_error": [(0,), (1,), (2,), (9,)],
    "one_item": [(0,), (2,)],
    "never_begun": [(2,)],
    "held": [(0,), (2,)],
    "closed": [(0,), (1,), (2,), (3,)],
    "zipped": [(1,), (2,), (5,)],
    "in_a_with": [(3, 1), (3, 9), (0, 0)],
    "nested": [(3, 1), (3, 9), (0, 0)],
    "ignores_the_exit": [()],
    "raises_on_the_way_out": [()],
    "retries": [(["1", "x", "-3"],), ([],)],
    "suppressed": [(["1", "x", "-3"],), ([],)],
    "streamed": [(0,), (4,)],
    "around_loops": [()],
}
