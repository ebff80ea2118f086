"""A name that a loop with `break` assigns, and that a function made behind the loop reads."""

from hotforge import compile


@compile()
def late(items: list[int]) -> str:
    n = 0
    while n < 5:
        n += 1
        if len(items) > 3:
            break
    values = [None, n, "x"]

    def g(k: int):
        try:
            yield n + k
        except ZeroDivisionError:
            yield -1

    return str(values) + str([next(g(n >> 3), 0), sum(g(3))])


@compile()
def counted(items: list[int]) -> int:
    n = 0
    for item in items:
        n += item
        if n > 5:
            break

    def up() -> int:
        nonlocal n
        n += 1
        return n

    return up() + up() + n


CASES = {
    "late": [([],), ([1],), ([1, 2, 3, 4],)],
    "counted": [([],), ([1, 2],), ([4, 4, 4],)],
}
