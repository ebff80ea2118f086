"""`contextlib.contextmanager`: generators as context managers."""

import contextlib
from contextlib import contextmanager

from hotforge import compile


@contextmanager
def noted(log: list[str], name: str):
    log.append(f"enter {name}")
    try:
        yield len(name)
    finally:
        log.append(f"exit {name}")


@contextlib.contextmanager
def plain(log: list[str]):
    log.append("before")
    yield
    log.append("after")


@contextmanager
def forgiving(log: list[str], *kinds: str):
    try:
        yield "forgiving"
    except ValueError as error:
        if "value" not in kinds:
            raise
        log.append(f"forgave {error}")
    except KeyError:
        log.append("forgave a key")


@contextmanager
def translating():
    try:
        yield
    except ZeroDivisionError as error:
        raise ValueError(f"translated {error}") from error


@contextmanager
def none_at_all(n: int):
    if n > 0:
        yield n


@contextmanager
def twice(log: list[str]):
    try:
        yield 1
    except ValueError:
        log.append("again")
    yield 2


@compile()
def entered(name: str) -> list[str]:
    log: list[str] = []
    with noted(log, name) as size:
        log.append(f"size {size}")
    return log


@compile()
def nested(a: str, b: str) -> list[str]:
    log: list[str] = []
    with noted(log, a) as x, noted(log, b) as y:
        log.append(f"{x + y}")
    return log


@compile()
def without_try(n: int) -> list[str]:
    log: list[str] = []
    try:
        with plain(log):
            log.append(str(10 // n))
    except ZeroDivisionError:
        log.append("raised")
    return log


@compile()
def suppresses(word: str, kind: str) -> list[str]:
    log: list[str] = []
    with forgiving(log, kind) as name:
        log.append(name)
        log.append(str({"a": 1}[word] if kind == "key" else int(word)))
    log.append("done")
    return log


@compile()
def translates(n: int) -> float:
    with translating():
        return 1 / n


@compile()
def out_of_it(n: int) -> list[str]:
    log: list[str] = []
    for i in range(4):
        with noted(log, str(i)):
            if i == n:
                break
            if i == 1:
                continue
            log.append("body")
    return log


@compile()
def returned(n: int) -> tuple[int, list[str]]:
    log: list[str] = []

    def value() -> int:
        with noted(log, "f") as size:
            return size + n

    return value(), log


@compile()
def no_yield(n: int) -> int:
    with none_at_all(n) as value:
        return value


@compile()
def two_yields(fails: bool) -> list[str]:
    log: list[str] = []
    try:
        with twice(log) as value:
            log.append(str(value))
            if fails:
                raise ValueError("inside")
    except RuntimeError as error:
        log.append(str(error))
    return log


@compile()
def stops(n: int) -> list[str]:
    log: list[str] = []
    try:
        with noted(log, "s"):
            if n > 0:
                raise StopIteration("mine")
    except StopIteration as error:
        log.append(f"stop {error}")
    return log


class Model:
    def __init__(self):
        self.depth = 0
        self.log: list[str] = []

    @contextmanager
    def deeper(self, by: int = 1):
        self.depth += by
        try:
            yield self
        finally:
            self.depth -= by
            self.log.append(f"back at {self.depth}")

    def run(self, n: int) -> int:
        with self.deeper(), self.deeper(by=n) as same:
            return same.depth


@compile()
def of_an_object(n: int) -> tuple[int, list[str]]:
    model = Model()
    return model.run(n), model.log


@compile()
def within_a_function(n: int) -> list[int]:
    values: list[int] = []

    @contextmanager
    def doubled(by: int):
        values.append(by)
        yield by * 2
        values.append(n)

    with doubled(n + 1) as value:
        values.append(value)
    return values


CASES = {
    "entered": [("",), ("name",), ("ß🙂",)],
    "nested": [("a", "bcd"), ("", "")],
    "without_try": [(0,), (5,)],
    "suppresses": [("1", "value"), ("x", "value"), ("x", "other"), ("b", "key"), ("a", "key")],
    "translates": [(0,), (4,)],
    "out_of_it": [(0,), (2,), (9,)],
    "returned": [(3,)],
    "no_yield": [(0,), (3,)],
    "two_yields": [(False,), (True,)],
    "stops": [(0,), (1,)],
    "of_an_object": [(0,), (4,)],
    "within_a_function": [(3,)],
}
