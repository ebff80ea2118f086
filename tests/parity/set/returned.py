"""Sets and frozensets as results and arguments."""

from hotforge import compile


@compile()
def letters(text: str) -> set[str]:
    return {character for character in text if character.isalpha()}


@compile()
def shared(a: set[int], b: set[int]) -> set[int]:
    return a & b


@compile()
def frozen(items: list[int]) -> int:
    return len(frozenset(items))


CASES = {
    "letters": [("Hello, World",), ("",)],
    "shared": [({1, 2, 3}, {2, 3, 4}), (set(), {1})],
    "frozen": [([1, 1, 2],), ([],)],
}
