"""A generator: items come one by one, and callers of the library stream them."""

from collections.abc import Iterator

from hotforge import compile


@compile()
def collatz(start: int = 27) -> Iterator[int]:
    """The way from a number down to one."""
    if start < 1:
        raise ValueError(f"start must be positive, got {start}")
    number = start
    while number != 1:
        yield number
        number = number // 2 if number % 2 == 0 else 3 * number + 1
    yield 1
