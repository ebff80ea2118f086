import copy
from hotforge import compile


@compile()
def untouched(rows: list[list[int]]) -> tuple[list[list[int]], list[list[int]]]:
    changed = copy.deepcopy(rows)
    changed[0].append(0)
    return rows, changed
