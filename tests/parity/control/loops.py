"""for and while with break, continue and else."""

from hotforge import compile


@compile()
def first_divisor(n: int) -> int:
    for candidate in range(2, n):
        if n % candidate == 0:
            break
    else:
        return n
    return candidate


@compile()
def collatz(n: int) -> list[int]:
    steps = [n]
    while n != 1:
        if n % 2:
            n = 3 * n + 1
        else:
            n //= 2
        steps.append(n)
    else:
        steps.append(-1)
    return steps


@compile()
def nested(rows: int, columns: int) -> list[int]:
    result = []
    for i in range(rows):
        for j in range(columns):
            if j == i:
                continue
            if j > 3:
                break
            result.append(i * 10 + j)
        else:
            result.append(-i)
    return result


@compile()
def leaked(n: int) -> int:
    i = -1
    for i in range(n):
        pass
    return i


@compile()
def unbound(n: int) -> int:
    for i in range(n):
        last = i
    return last


@compile()
def backwards(n: int) -> list[int]:
    return [i for i in range(n, -n, -3)]


CASES = {
    "first_divisor": [(9,), (7,), (2,), (35,)],
    "collatz": [(6,), (1,)],
    "nested": [(3, 6), (0, 5), (6, 2)],
    "leaked": [(3,), (0,)],
    "unbound": [(3,), (0,)],
    "backwards": [(5,), (0,)],
}
