"""`contextlib.ExitStack`: what is entered and called back, in which order, and on which way out."""

import contextlib
import io
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from typing import Iterator

from hotforge import compile


class Manager:
    def __init__(self, name: str, log: list[str], ends: bool = False) -> None:
        self.name = name
        self.log = log
        self.ends = ends

    def __enter__(self) -> str:
        self.log.append(f"enter {self.name}")
        if self.name == "broken":
            raise RuntimeError("cannot enter")
        return self.name.upper()

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        self.log.append(f"exit {self.name} {error!r}")
        return self.ends


@contextmanager
def generated(log: list[str], n: int) -> Iterator[int]:
    log.append("begin")
    try:
        yield n * 2
    finally:
        log.append("end")


def noted(log: list[str], text: str, times: int = 1) -> int:
    log.append(text * times)
    return 7


@compile()
def orders(n: int) -> str:
    log: list[str] = []
    try:
        with ExitStack() as stack:
            log.append("body")
            first = stack.enter_context(Manager("a", log))
            stack.callback(log.append, f"called {n}")
            number = stack.enter_context(generated(log, n))
            n += 1
            stack.callback(noted, log, "t", times=n)
            stack.enter_context(Manager("b", log))
            log.append(f"{first} {number} {10 // (n - 3)}")
            last = stack.enter_context(nullcontext([n]))
            last.append(number)
            log.append(f"{last}")
    except ZeroDivisionError as error:
        log.append(f"caught {error}")
    return f"{log}"


@compile()
def returned(n: int) -> str:
    log: list[str] = []

    def inner() -> int:
        for step in range(4):
            with contextlib.ExitStack() as stack:
                stack.callback(lambda: log.append(f"step {step}"))
                stack.enter_context(Manager(f"m{step}", log))
                if step == n:
                    return step
                if step == n - 1:
                    continue
                if step > n:
                    break
                log.append("whole")
        return -1

    return f"{inner()} {log}"


@compile()
def ended(n: int) -> str:
    log: list[str] = []
    with ExitStack() as stack:
        stack.enter_context(suppress(ZeroDivisionError))
        stack.enter_context(Manager("inner", log))
        log.append(f"{1 // n}")
        stack.enter_context(Manager("ends", log, ends=True))
        buffer = stack.enter_context(io.StringIO())
        buffer.write("text")
        log.append(buffer.getvalue())
        log.append(f"{[1][n]}")
    log.append("behind")
    return f"{log}"


@compile()
def fails(n: int) -> str:
    log: list[str] = []
    try:
        with ExitStack() as stack:
            stack.callback(log.append, "first")
            stack.callback(lambda: log.append(f"{1 // n}"))
            stack.enter_context(Manager("broken" if n == 2 else "a", log))
            log.append("body")
    except (ZeroDivisionError, RuntimeError) as error:
        log.append(repr(error))
    return f"{log}"


CASES = {
    "orders": [(1,), (2,)],
    "returned": [(0,), (2,), (5,)],
    "ended": [(0,), (1,)],
    "fails": [(0,), (1,), (2,)],
}
