"""Ctrl-C, and other signals, while a predictor runs on Python's main thread."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import hotforge

FOREVER = -1


@pytest.fixture(scope="module")
def library(predictors):
    return hotforge.load(predictors)


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """A process that was started in the background of a shell may have been told to ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def sent(number: int, after: float = 0.3) -> Iterator[None]:
    """Sends this process a signal while the block runs, which must not take much longer than that."""
    timer = threading.Timer(after, os.kill, (os.getpid(), number))
    started = time.monotonic()
    timer.start()
    yield
    timer.join()
    assert time.monotonic() - started < 20


@contextmanager
def handled(number: int, handler) -> Iterator[None]:
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)


def test_ctrl_c_ends_a_loop_without_end(library):
    with sent(signal.SIGINT), pytest.raises(KeyboardInterrupt):
        library.spin(FOREVER)
    assert library.spin(1) == 7 * 48271


def test_ctrl_c_ends_loops_over_numbers(library):
    with sent(signal.SIGINT), pytest.raises(KeyboardInterrupt):
        library.spin_nested(10**9)


def test_what_a_handler_raises_comes_through(library):
    class Alarm(Exception):
        pass

    def ring(_number, _frame):
        raise Alarm("too long")

    with handled(signal.SIGUSR1, ring), sent(signal.SIGUSR1), pytest.raises(Alarm, match="too long"):
        library.spin(FOREVER)


def test_a_handler_that_raises_nothing_does_not_end_the_call(library):
    rung = []
    with handled(signal.SIGUSR1, lambda _number, _frame: rung.append(time.monotonic())), sent(signal.SIGUSR1):
        started = time.monotonic()
        while time.monotonic() - started < 1:
            library.spin(50_000_000)
    assert len(rung) == 1


def test_except_in_compiled_code_sees_it_as_python_does(library):
    with sent(signal.SIGINT):
        assert library.spin_guarded(FOREVER) == "BaseException"
    assert library.spin_guarded(3) == "done"


def test_ctrl_c_ends_a_stream(library):
    stream = library.spin_between(2)
    assert [next(stream), next(stream)] == [0, 1]
    with sent(signal.SIGINT), pytest.raises(KeyboardInterrupt):
        next(stream)
    assert list(stream) == []


def test_other_threads_are_not_disturbed(library):
    results = []
    worker = threading.Thread(target=lambda: results.append(library.spin(400_000_000)))
    worker.start()
    with sent(signal.SIGINT), pytest.raises(KeyboardInterrupt):
        library.spin(FOREVER)
    worker.join()
    assert len(results) == 1
