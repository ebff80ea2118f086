"""The sequences that CPython gives for a seed: integers, choices, shuffles, samples."""

import random
from random import Random

from hotforge import compile


@compile()
def floats(seed: int, n: int) -> list[float]:
    generator = Random(seed)
    return [generator.random() for _ in range(n)]


@compile()
def integers(seed: int) -> list[int]:
    g = Random(seed)
    out = [g.randint(1, 6) for _ in range(10)]
    out += [g.randrange(10), g.randrange(5, 50), g.randrange(0, 100, 7), g.randrange(10, -10, -3)]
    out += [g.getrandbits(1), g.getrandbits(32), g.getrandbits(33), g.getrandbits(62), g.getrandbits(0)]
    out += [g.randint(-9223372036854775808, 9223372036854775807), g.randrange(2**40)]
    return out


@compile()
def choices(seed: int, items: list[str]) -> list[str]:
    g = Random(seed)
    out = [g.choice(items), g.choice("héllo"), str(g.choice(range(3, 99, 4))), str(g.choice((1, 2, 3)))]
    out += g.choices(items, k=5)
    out += g.choices(items, weights=[n + 1 for n in range(len(items))], k=4)
    out += g.choices(items, cum_weights=[0.5 * (n + 1) for n in range(len(items))], k=4)
    return out


@compile()
def shuffled(seed: int, n: int) -> list[int]:
    items = list(range(n))
    Random(seed).shuffle(items)
    return items


@compile()
def sampled(seed: int, n: int, k: int) -> list[int]:
    g = Random(seed)
    return g.sample(range(n), k) + g.sample(list(range(n)), k)


@compile()
def bad_range(kind: int, a: int, b: int) -> int:
    g = Random(1)
    if kind == 0:
        return g.randint(a, b)
    if kind == 1:
        return g.randrange(a, b, 2)
    if kind == 2:
        return g.randrange(a)
    if kind == 3:
        return g.randrange(a, b, 0)
    return g.getrandbits(a)


@compile()
def bad_choices(weights: list[float], k: int) -> list[str]:
    return Random(3).choices(["a", "b"], weights, k=k)


@compile()
def module_functions(seed: int) -> list[str]:
    random.seed(seed)
    items = [1, 2, 3, 4]
    random.shuffle(items)
    return [str(random.random()), str(random.randint(1, 100)), str(items), str(random.choice(items)), str(random.sample(items, 2)), str(random.gauss(0, 1))]


@compile()
def is_shared(seed: int) -> list[float]:
    def draw(g: Random) -> float:
        return g.random()

    g = Random(seed)
    return [draw(g), g.random(), draw(g)]


@compile()
def seeded_again(seed: int) -> bool:
    g = Random(seed)
    first = [g.random(), g.gauss(0.0, 1.0)]
    g.seed(seed)
    return first == [g.random(), g.gauss(0.0, 1.0)]


CASES = {
    "floats": [(42, 5), (0, 3), (-42, 2), (2**63 - 1, 3), (-(2**63), 2), (1, 700)],
    "integers": [(42,), (0,), (123456789,), (2**40 + 1,)],
    "choices": [(42, ["a", "b", "c"]), (7, ["x"]), (1, [])],
    "shuffled": [(42, 10), (5, 1), (5, 0), (99, 100)],
    "sampled": [(42, 10, 3), (1, 100, 30), (2, 1000, 5), (3, 5000, 60), (4, 3, 5), (4, 3, -1), (0, 0, 0), (8, 22, 6)],
    "bad_range": [(0, 5, 4), (0, 5, 5), (1, 5, 5), (2, 0, 0), (2, -3, 0), (3, 1, 2), (4, -1, 0), (4, 64, 0), (1, 0, 9)],
    "bad_choices": [([1.0, 2.0], 3), ([1.0], 1), ([0.0, 0.0], 1), ([float("inf"), 1.0], 1), ([], 1), ([1.0, 0.0], 0)],
    "module_functions": [(42,), (7,)],
    "is_shared": [(42,)],
    "seeded_again": [(42,), (0,)],
}
