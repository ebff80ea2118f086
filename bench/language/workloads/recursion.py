"""Functions that call themselves."""

from hotforge import compile


@compile()
def fibonacci(n: int) -> int:
    """By its definition."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@compile()
def ackermann(m: int, n: int) -> int:
    """Ackermann's function."""
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


@compile()
def hanoi(disks: int) -> int:
    """The moves of a tower, and a sum of where they go."""
    return _move(disks, 1, 3, 2)


def _move(disks: int, source: int, target: int, spare: int) -> int:
    if disks == 0:
        return 0
    return _move(disks - 1, source, spare, target) + target + _move(disks - 1, spare, target, source)


@compile()
def queens(size: int) -> int:
    """In how many ways so many queens stand on a board."""
    return _place(size, 0, [], set(), set())


def _place(size: int, row: int, columns: list[int], rising: set[int], falling: set[int]) -> int:
    if row == size:
        return 1
    ways = 0
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.append(column)
        rising.add(row + column)
        falling.add(row - column)
        ways += _place(size, row + 1, columns, rising, falling)
        columns.pop()
        rising.remove(row + column)
        falling.remove(row - column)
    return ways


@compile()
def permutations(items: list[int]) -> int:
    """A checksum over all orders of the items."""
    return _permute(items, 0)


def _permute(items: list[int], start: int) -> int:
    if start == len(items):
        return sum(place * item for place, item in enumerate(items))
    total = 0
    for place in range(start, len(items)):
        items[start], items[place] = items[place], items[start]
        total += _permute(items, start + 1)
        items[start], items[place] = items[place], items[start]
    return total


ARGUMENTS = {
    "fibonacci": (23,),
    "ackermann": (2, 100),
    "hanoi": (14,),
    "queens": (7,),
    "permutations": ([3, 1, 4, 1, 5, 9, 2],),
}
