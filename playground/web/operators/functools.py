import functools
from hotforge import compile


@compile()
def product(values: list[int]) -> int:
    return functools.reduce(lambda a, b: a * b, values, 1)
