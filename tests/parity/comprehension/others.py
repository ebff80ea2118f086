"""Dict and set comprehensions and generator expressions."""

from hotforge import compile


@compile()
def index(words: list[str]) -> dict[str, int]:
    return {word: i for i, word in enumerate(words)}


@compile()
def invert(table: dict[str, int]) -> dict[int, str]:
    return {value: key for key, value in table.items() if value >= 0}


@compile()
def lengths(words: list[str]) -> list[int]:
    return sorted({len(word) for word in words})


@compile()
def summed(n: int) -> int:
    return sum(i * i for i in range(n))


@compile()
def joined(items: list[int]) -> str:
    return ",".join(str(item) for item in items if item)


@compile()
def tests(items: list[int]) -> list[bool]:
    return [any(item > 2 for item in items), all(item > 0 for item in items)]


@compile()
def dot(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b))


CASES = {
    "index": [(["a", "b", "a"],), ([],)],
    "invert": [({"a": 1, "b": 1, "c": -1},), ({},)],
    "lengths": [(["a", "bb", "c"],), ([],)],
    "summed": [(5,), (0,)],
    "joined": [([1, 0, 2],), ([],)],
    "tests": [([1, 2, 3],), ([],), ([0, 1],)],
    "dot": [([1.0, 2.0], [3.0, 4.0]), ([], []), ([1.0], [2.0, 3.0])],
}
