"""Generators over generators: `yield from`, recursion, deep chains."""

from hotforge import compile


def flatten(rows: list[list[int]]):
    for row in rows:
        yield from row


def chained(a: list[int], text: str):
    yield from a
    yield from range(3)
    yield from (len(part) for part in text.split())
    yield from {len(text): 1}


def letters(words: list[str]):
    for word in words:
        yield from word


def countdown(n: int):
    if n > 0:
        yield n
        yield from countdown(n - 1)


def in_order(tree: list[int], root: int = 0):
    """A heap-shaped tree in a list."""
    if root >= len(tree):
        return
    yield from in_order(tree, 2 * root + 1)
    yield tree[root]
    yield from in_order(tree, 2 * root + 2)


def permutations(items: list[int]):
    if not items:
        yield []
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1 :]):
            yield [item] + rest


def even(n: int):
    yield "even"
    if n:
        yield from odd(n - 1)


def odd(n: int):
    yield "odd"
    if n:
        yield from even(n - 1)


def doubled(numbers):
    for number in numbers:
        yield number * 2


def limited(numbers, count: int):
    for number in numbers:
        if count <= 0:
            return
        count -= 1
        yield number


def naturals():
    n = 1
    while True:
        yield n
        n += 1


def sieve(numbers):
    prime = next(numbers)
    yield prime
    yield from sieve(without(numbers, prime))


def without(numbers, prime: int):
    for number in numbers:
        if number % prime:
            yield number


def from_two():
    n = 2
    while True:
        yield n
        n += 1


def endless(n: int):
    for item in endless(n + 1):
        yield item
    yield n


def windows(items: list[int], size: int):
    window: list[int] = []
    for item in items:
        window.append(item)
        if len(window) > size:
            window.pop(0)
        if len(window) == size:
            yield tuple(window)


def batches(items: list[str], size: int):
    batch: list[str] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def stops_inside(numbers):
    while True:
        yield next(numbers)


@compile()
def flat(rows: list[list[int]]) -> list[int]:
    return list(flatten(rows))


@compile()
def several(a: list[int], text: str) -> list[int]:
    return list(chained(a, text))


@compile()
def spelled(words: list[str]) -> str:
    return "|".join(letters(words))


@compile()
def counted_down(n: int) -> list[int]:
    return list(countdown(n))


@compile()
def deep(n: int) -> int:
    return sum(countdown(n))


@compile()
def walked(tree: list[int]) -> list[int]:
    return list(in_order(tree))


@compile()
def arrangements(items: list[int]) -> list[list[int]]:
    return list(permutations(items))


@compile()
def alternating(n: int) -> str:
    return ",".join(even(n))


@compile()
def pipeline(count: int) -> list[int]:
    return list(limited(doubled(doubled(naturals())), count))


@compile()
def primes(count: int) -> list[int]:
    return list(limited(sieve(from_two()), count))


@compile()
def too_deep() -> int:
    return next(endless(0))


@compile()
def long_chain(length: int) -> int:
    numbers = naturals()
    for _ in range(length):
        numbers = doubled(numbers)
    if length > 40:
        numbers = limited(numbers, 0)
        return len(list(numbers))
    return next(numbers)


@compile()
def sliding(items: list[int], size: int) -> list[tuple[int, ...]]:
    return list(windows(items, size))


@compile()
def batched(items: list[str], size: int) -> list[list[str]]:
    return list(batches(items, size))


@compile()
def stopped(items: list[int]) -> list[int]:
    return list(stops_inside(iter(items)))


@compile()
def kept(a: int, b: int) -> list[int]:
    """Two generators of one function, in turn."""
    left, right = countdown(a), countdown(b)
    found = []
    while True:
        x = next(left, None)
        y = next(right, None)
        if x is None and y is None:
            break
        if x is not None:
            found.append(x)
        if y is not None:
            found.append(-y)
    return found


CASES = {
    "flat": [([[1], [], [2, 3]],), ([],)],
    "several": [([7, 8], "a bc def"), ([], "")],
    "spelled": [(["ab", "", "né"],), ([],)],
    "counted_down": [(3,), (0,)],
    "deep": [(100,), (5000,)],
    "walked": [([4, 2, 6, 1, 3, 5, 7],), ([1, 2],), ([],)],
    "arrangements": [([1, 2, 3],), ([],)],
    "alternating": [(4,), (0,)],
    "pipeline": [(5,), (0,)],
    "primes": [(10,), (0,)],
    "too_deep": [()],
    "long_chain": [(3,), (0,)],
    "sliding": [([1, 2, 3, 4], 2), ([1], 2), ([], 1)],
    "batched": [(["a", "b", "c"], 2), (["a", "b"], 2), ([], 3)],
    "stopped": [([1, 2],), ([],)],
    "kept": [(2, 3), (0, 0), (3, 0)],
}
