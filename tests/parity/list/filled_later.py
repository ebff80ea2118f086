"""`[None] * n`, filled later with something else."""

from hotforge import compile


@compile()
def row(n: int) -> list[str | None]:
    items = [None] * n
    for i in range(0, n, 2):
        items[i] = str(i)
    return items


@compile()
def board(n: int) -> list[list[str | None]]:
    cells = [[None] * n for _ in range(n)]
    for i in range(n):
        cells[i][n - 1 - i] = "x"
    return cells


@compile()
def shared_rows(n: int) -> list[list[int | None]]:
    cells = [[None] * n] * 2
    if n > 0:
        cells[0][0] = 1
    return cells


@compile()
def reversed_operands(n: int) -> list[int | str]:
    items = n * [0]
    if n > 1:
        items[1] = "one"
    items.append(2.5)
    return items


CASES = {
    "row": [(0,), (3,), (-1,)],
    "board": [(0,), (1,), (3,)],
    "shared_rows": [(0,), (2,)],
    "reversed_operands": [(0,), (3,)],
}
