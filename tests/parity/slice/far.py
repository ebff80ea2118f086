"""Places and lengths beyond 32 bits, which a range may have and an index may ask for."""

import random

from hotforge import compile


@compile()
def of_range(stop: int, place: int) -> int:
    return range(stop)[place]


@compile()
def part_of_range(stop: int, first: int, last: int, step: int) -> list[int]:
    part = range(stop)[first:last:step]
    return [part.start, part.stop, part.step, len(part)]


@compile()
def of_list(items: list[str], place: int) -> str:
    return items[place]


@compile()
def of_str(text: str, place: int) -> str:
    return text[place]


@compile()
def of_tuple(a: int, b: int, place: int) -> int:
    items = tuple([a, b])
    return items[place]


@compile()
def cut(items: list[int], first: int, last: int) -> list[int]:
    return items[first:last]


@compile()
def bounds(length: int) -> tuple[int, int, int]:
    return slice(1, None, 3).indices(length)


@compile()
def chosen(seed: int, stop: int) -> list[int]:
    generator = random.Random(seed)
    return [generator.choice(range(stop)), generator.randrange(stop), *generator.sample(range(stop), 4)]


FAR = 2**32
CASES = {
    "of_range": [(10 * FAR, FAR), (10 * FAR, 7 * FAR + 5), (10 * FAR, -1), (10 * FAR, 10 * FAR), (5, FAR), (5, FAR + 1), (5, -FAR)],
    "part_of_range": [(10 * FAR, FAR, 3 * FAR, 7), (10 * FAR, -FAR, 10 * FAR, 1), (10 * FAR, 9 * FAR, 2, -FAR), (3, FAR, 2 * FAR, 1)],
    "of_list": [(["a", "b"], FAR), (["a", "b"], FAR + 1), (["a", "b"], -FAR), (["a", "b"], -FAR - 1), (["a", "b"], 1)],
    "of_str": [("ab", FAR), ("ab", FAR + 1), ("ab", -FAR), ("äb", FAR)],
    "of_tuple": [(1, 2, FAR), (1, 2, FAR + 1), (1, 2, -FAR)],
    "cut": [([1, 2, 3], FAR, 2 * FAR), ([1, 2, 3], -FAR, FAR), ([1, 2, 3], 1, FAR + 1)],
    "bounds": [(FAR,), (5 * FAR,), (0,), (-FAR,)],
    "chosen": [(1, 10 * FAR), (2, 30), (3, FAR), (4, 1000)],
}
