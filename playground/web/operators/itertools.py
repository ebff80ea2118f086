import itertools
from hotforge import compile


@compile()
def pairs(items: list[int]) -> list[tuple[int, int]]:
    return list(itertools.combinations(sorted(set(items)), 2))
