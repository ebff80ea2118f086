"""`contextlib.closing`."""

from contextlib import closing

from hotforge import compile


class Log:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def close(self) -> None:
        self.lines.append("closed")


@compile()
def used(n: int) -> list[str]:
    log = Log()
    try:
        with closing(log) as same:
            same.lines.append(f"{10 // n}")
            if n > 5:
                return log.lines
    except ZeroDivisionError:
        log.lines.append("caught")
    return log.lines


@compile()
def looped(n: int) -> list[str]:
    log = Log()
    for i in range(n):
        with closing(log):
            if i == 1:
                continue
            if i == 3:
                break
            log.lines.append(str(i))
    return log.lines


def numbers(n: int):
    try:
        for i in range(n):
            yield i
    finally:
        print("left")


@compile()
def generator(n: int) -> int:
    with closing(numbers(n)) as items:
        for item in items:
            if item > 2:
                return item
    return -1


@compile()
def two(n: int) -> list[str]:
    one, other = Log(), Log()
    with closing(one), closing(other):
        one.lines.append(str(n))
    return one.lines + other.lines


CASES = {
    "used": [(0,), (2,), (10,)],
    "looped": [(0,), (2,), (5,)],
    "generator": [(0,), (5,)],
    "two": [(1,)],
}
