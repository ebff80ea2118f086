"""One of two numbers by a condition, up to the last that has 64 bits."""

from hotforge import compile


@compile()
def collatz(n: int) -> tuple[int, int]:
    rounds = greatest = 0
    while n != 1 and rounds < 2000:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        greatest = max(greatest, n)
        rounds += 1
    return rounds, greatest


@compile()
def branches(items: list[int]) -> list[int]:
    found = []
    for n in items:
        if n % 4 == 3:
            m = 7 - 2 * n
        else:
            m = n % 8
        found.append(m)
        if m > 0:
            m = m * -3
        else:
            m = m - 1
        found.append(m)
    return found


@compile()
def edges(items: list[int]) -> list[int]:
    """Of each number the way that fits is taken."""
    found = []
    for n in items:
        found.append(n + 1 if n < 0 else n - 1)
        found.append(n * 3 if -10 < n < 10 else n)
        found.append(-1 * n if n > -5 else 0 - (n + 1))
        found.append(5 - n if n > 0 else 5 + n)
    return found


@compile()
def conditions(items: list[int]) -> tuple[list[int], str]:
    """The condition sets what is chosen from, and may raise."""
    found = []
    n = 0
    try:
        for item in items:
            found.append(n + 2 if (n := item * 2) > 4 else n * 5)
            n = n - 1 if 12 // item > 3 else 2 * n + 1
            found.append(n)
    except ZeroDivisionError as error:
        return found, f"{error} {n}"
    return found, str(n)


@compile()
def others(n: int) -> list[int]:
    """Of several variables, of bools, and of numbers that are no lines."""
    found = []
    other = True
    for i in range(n):
        other = i % 3 == 1
        found.append(i + n if i % 2 == 0 else i - n)
        found.append(i * i if i > 2 else 2 * i)
        found.append(other + 1 if i > 1 else other * 3)
        found.append((i + 1) // 2 if i % 2 else (2 * i + 1) % 4)
    return found


LARGE = 2**63 - 1
SMALL = -LARGE - 1
THIRD = LARGE // 3

CASES = {
    "collatz": [(1,), (27,), (2**62,), (-5,), (0,)],
    "branches": [([0, 1, 3, 7, -1, -5, 2**40 + 3],), ([],), ([LARGE - 7, SMALL, 2**62],)],
    "edges": [([0, 1, -1, 9, -9, 10],), ([THIRD, -THIRD, THIRD + 1, -THIRD - 1],), ([LARGE, LARGE - 1, SMALL, SMALL + 1],)],
    "conditions": [([1, 3, 9, -2],), ([5, 0, 1],), ([],)],
    "others": [(0,), (7,)],
}
