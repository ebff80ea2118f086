"""Names that change their type over time, by branch and by round."""

from hotforge import compile


@compile()
def by_round(n: int) -> str:
    x = 0
    kinds = []
    for i in range(n):
        kinds.append(repr(x))
        if i % 3 == 0:
            x = i * 1.5
        elif i % 3 == 1:
            x = f"t{i}"
        else:
            x = None
    return f"{x!r} {kinds}"


@compile()
def accumulate(items: list[float]) -> str:
    total = 0
    for item in items:
        total += item
    return repr(total)


@compile()
def search(items: list[int], wanted: int) -> str:
    for index, item in enumerate(items):
        if item == wanted:
            found = index
            break
    else:
        found = "nothing"
    return f"{found!r}"


@compile()
def unassigned(items: list[int]) -> int:
    for item in items:
        last = item
        if item < 0:
            break
    return last


@compile()
def narrowed(value: int | str | None) -> str:
    if value is None:
        return "none"
    if isinstance(value, str):
        value = len(value)
    value += 1
    return f"{value}"


@compile()
def nested(rows: list[list[int]]) -> str:
    best = None
    for row in rows:
        for item in row:
            if best is None or item > best:
                best = item
        else:
            continue
    return f"{best}"


@compile()
def countdown(n: int) -> str:
    state = "start"
    while n:
        n -= 1
        if n == 5:
            state = 5
            continue
        if n == 2:
            state = [n]
            break
    else:
        state = (state, n)
    return f"{state}"


CASES = {
    "by_round": [(0,), (1,), (2,), (3,), (7,)],
    "accumulate": [([],), ([1.5],), ([1.0, 2.0],)],
    "search": [([1, 2], 2), ([1, 2], 3), ([], 1)],
    "unassigned": [([],), ([1, 2],), ([1, -1, 3],)],
    "narrowed": [(None,), (3,), ("four",)],
    "nested": [([],), ([[1, 5], [3]],), ([[]],)],
    "countdown": [(0,), (1,), (4,), (9,)],
}
