"""Generator functions: what they give, when they run, how they end."""

from hotforge import compile


def count_up(start: int, stop: int):
    while start < stop:
        yield start
        start += 1


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def evens(items: list[int]):
    for item in items:
        if item % 2:
            continue
        if item < 0:
            return
        yield item


def noted(log: list[str], items: list[int]):
    log.append("begin")
    for item in items:
        log.append(f"before {item}")
        yield item * item
        log.append(f"after {item}")
    log.append("end")


def pairs(words: list[str]):
    for index, word in enumerate(words):
        yield index, word


def words_or_lengths(words: list[str]):
    for word in words:
        yield word
        yield len(word)


def optional(items: list[int]):
    for item in items:
        if item:
            yield item
        else:
            yield None


def nothing():
    return
    yield 1


def failing(items: list[int]):
    for item in items:
        yield 100 // item


@compile()
def collected(start: int, stop: int) -> list[int]:
    return list(count_up(start, stop))


@compile()
def summed(start: int, stop: int) -> int:
    return sum(count_up(start, stop))


@compile()
def first_squares(count: int) -> list[int]:
    found = []
    for n in naturals():
        if len(found) >= count:
            break
        found.append(n * n)
    return found


@compile()
def early(items: list[int]) -> list[int]:
    return [item + 1 for item in evens(items)]


@compile()
def lazily(items: list[int]) -> list[str]:
    log = ["start"]
    squares = noted(log, items)
    log.append("made")
    for square in squares:
        log.append(f"got {square}")
    log.append("done")
    return log


@compile()
def stepped(items: list[int]) -> list[str]:
    log: list[str] = []
    squares = noted(log, items)
    log.append(str(next(squares, -1)))
    log.append("between")
    log.append(str(next(squares, -1)))
    return log


@compile()
def numbered(words: list[str]) -> dict[str, int]:
    return {word: index for index, word in pairs(words)}


@compile()
def mixed(words: list[str]) -> list[str]:
    found = []
    for item in words_or_lengths(words):
        if isinstance(item, str):
            found.append(item.upper())
        else:
            found.append(str(item + 1))
    return found


@compile()
def holes(items: list[int]) -> int:
    total = 0
    for item in optional(items):
        if item is None:
            total -= 100
        else:
            total += item
    return total


@compile()
def joined(words: list[str]) -> str:
    def shouted():
        for word in words:
            yield word.upper()

    return "-".join(shouted())


@compile()
def exhausted(items: list[int]) -> tuple[list[int], list[int], int]:
    squares = noted([], items)
    return list(squares), list(squares), sum(squares)


@compile()
def next_of(items: list[int]) -> int:
    squares = noted([], items)
    first = next(squares)
    second = next(squares)
    return first * 1000 + second


@compile()
def next_default(items: list[int]) -> str:
    squares = noted([], items)
    first = next(squares, None)
    second = next(squares, "none")
    return f"{first} {second}"


@compile()
def error_inside(items: list[int]) -> list[int]:
    found = []
    for share in failing(items):
        found.append(share)
    return found


@compile()
def is_empty() -> bool:
    for _ in nothing():
        return False
    return next(nothing(), None) is None


@compile()
def zipped(words: list[str]) -> list[tuple[int, str]]:
    return list(zip(naturals(), words))


@compile()
def largest(items: list[int]) -> tuple[int, int, bool]:
    squares = [square for square in noted([], items)]
    return max(noted([], items)), min(noted([], items)), any(square > 10 for square in noted([], items))


@compile()
def shared(items: list[int]) -> list[tuple[int, int]]:
    source = iter(items)
    return list(zip(source, source))


@compile()
def contained(item: int) -> tuple[bool, list[int]]:
    numbers = count_up(0, 10)
    return item in numbers, list(numbers)


@compile()
def unpacked(stop: int) -> int:
    a, b, *rest = count_up(0, stop)
    return a * 100 + b * 10 + sum(rest)


CASES = {
    "collected": [(0, 5), (5, 0), (-2, 2)],
    "summed": [(0, 5), (5, 0), (9223372036854775806, 9223372036854775807), (9223372036854775800, 9223372036854775807)],
    "first_squares": [(0,), (1,), (6,)],
    "early": [([2, 3, 4],), ([1, -2, 4],), ([2, -4, 6],), ([],)],
    "lazily": [([1, 2],), ([],)],
    "stepped": [([1, 2, 3],), ([1],), ([],)],
    "numbered": [(["a", "b", "a"],), ([],)],
    "mixed": [(["a", "bcd"],), ([],)],
    "holes": [([1, 0, 2],), ([],)],
    "joined": [(["a", "b"],), ([],)],
    "exhausted": [([1, 2],), ([],)],
    "next_of": [([1, 2, 3],), ([1],), ([],)],
    "next_default": [([1, 2],), ([1],), ([],)],
    "error_inside": [([1, 2],), ([1, 0, 2],)],
    "is_empty": [()],
    "zipped": [(["a", "b"],), ([],)],
    "largest": [([1, 2, 5],), ([],)],
    "shared": [([1, 2, 3, 4],), ([1, 2, 3],), ([],)],
    "contained": [(3,), (11,), (9,)],
    "unpacked": [(5,), (2,), (1,), (0,)],
}
