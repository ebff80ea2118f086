"""Clocks, and waiting."""

def time() -> float:
    """Seconds since 1970."""

def time_ns() -> int:
    """Nanoseconds since 1970."""

def monotonic() -> float:
    """Seconds of a clock that never goes back."""

def monotonic_ns() -> int:
    """Nanoseconds of a clock that never goes back."""

@native("time::monotonic")
def perf_counter() -> float:
    """Seconds of the most precise clock."""

@native("time::monotonic_ns")
def perf_counter_ns() -> int:
    """Nanoseconds of the most precise clock."""

@raises(ValueError, OverflowError)
def sleep(secs: float, /) -> None:
    """Wait so many seconds."""

def process_time() -> float:
    """Seconds that the process has run on a processor."""

def process_time_ns() -> int:
    """Nanoseconds that the process has run on a processor."""

def thread_time() -> float:
    """Seconds that the thread has run on a processor."""

@raises(Exception)
def strftime(format: str, /) -> str:
    """The time of now and here as the format has it."""
