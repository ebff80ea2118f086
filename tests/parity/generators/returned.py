"""What a generator returns: the value of `yield from`."""

from hotforge import compile


def counted(words: list[str]):
    count = 0
    for word in words:
        yield word
        count += 1
    return count


def chatty(n: int):
    yield n
    if n > 2:
        return "big"
    if n < 0:
        return None
    yield n + 1
    return n * 1.5


def silent(n: int):
    for i in range(n):
        yield i


def depth(n: int):
    if n == 0:
        return 0
    yield n
    below = yield from depth(n - 1)
    return below + 1


def cleaned(log: list[str], n: int):
    try:
        yield n
        return len(log)
    finally:
        log.append("finally")


@compile()
def total(words: list[str]) -> list[str]:
    def both():
        first = yield from counted(words)
        second = yield from counted(words[:1])
        yield str(first * 10 + second)

    return list(both())


@compile()
def mixed(n: int) -> list[str]:
    def outer():
        value = yield from chatty(n)
        yield repr(value)

    return [str(item) for item in outer()]


@compile()
def nothing(n: int) -> list[str]:
    def outer():
        value = yield from silent(n)
        yield repr(value)
        other = yield from [n, n]
        yield repr(other)
        third = yield from range(2)
        yield repr(third)

    return [str(item) for item in outer()]


@compile()
def recursive(n: int) -> list[int]:
    def outer():
        yield (yield from depth(n))

    return list(outer())


@compile()
def with_cleanup(n: int) -> list[str]:
    log: list[str] = []

    def outer():
        size = yield from cleaned(log, n)
        yield size

    return [str(item) for item in outer()] + log


@compile()
def handed_on(n: int) -> list[str]:
    def middle():
        return (yield from chatty(n))

    def outer():
        yield repr((yield from middle()))

    return [str(item) for item in outer()]


def halves(n: int):
    while n > 1:
        yield n
        n //= 2
    return n


@compile()
def in_a_loop(numbers: list[int]) -> list[int]:
    def outer():
        rests: list[int] = []
        for number in numbers:
            rest = yield from halves(number)
            rests.append(rest)
        yield from rests

    return list(outer())


CASES = {
    "total": [([],), (["a"],), (["a", "b", "c"],)],
    "mixed": [(1,), (3,), (-1,)],
    "nothing": [(0,), (2,)],
    "recursive": [(0,), (1,), (5,)],
    "with_cleanup": [(4,)],
    "handed_on": [(1,), (3,), (-1,)],
    "in_a_loop": [([],), ([1, 9, 0, -4],)],
}
