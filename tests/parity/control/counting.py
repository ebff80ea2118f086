"""What is counted in loops where a condition holds, and conditions that count themselves."""

from hotforge import compile


@compile()
def counted(items: list[int], limit: int) -> tuple[int, int, int]:
    above = 0
    balance = 10
    step = 0
    for item in items:
        if item > limit:
            above += 1
        if item % 2 == 0 or item < 0:
            balance -= 3
        if item:
            step += -2
    return above, balance, step


@compile()
def counting_condition(items: list[int]) -> tuple[int, int]:
    count = 0
    rounds = 0
    for item in items:
        if (count := count + item) > 3:
            count += 1
        if (rounds := rounds + 1) == item:
            rounds -= 1
    return count, rounds


@compile()
def greatest(items: list[int]) -> tuple[int, int]:
    """Beyond it is no int of 64 bits, where it is not reached."""
    count = 2**63 - 1
    low = -(2**63 - 1) - 1
    for item in items:
        if item < 0:
            count += 1
        if item < 0:
            low -= 1
    return count, low


@compile()
def raising(items: list[int]) -> str:
    count = 0
    try:
        for item in items:
            if 12 // item > 3:
                count += 1
    except ZeroDivisionError as error:
        return f"{count} {error}"
    return str(count)


@compile()
def nested(size: int) -> tuple[int, float]:
    inside = 0
    share = 0.0
    x = 0
    while x < size:
        for y in range(size):
            if x * x + y * y <= size * size:
                inside += 1
            if y > x:
                share += 0.5
        x += 1
    return inside, share


CASES = {
    "counted": [([1, 5, -2, 0, 8], 2), ([], 0), ([3], 3)],
    "counting_condition": [([1, 2, 3],), ([],), ([4, -9, 12],)],
    "greatest": [([0, 1],), ([],)],
    "raising": [([1, 2, 3, 4],), ([1, 0, 2],), ([],)],
    "nested": [(0,), (1,), (17,)],
}
