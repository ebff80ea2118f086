"""Annotations of variables that say less than the value."""

from collections import defaultdict
from typing import Any

from hotforge import compile


@compile()
def grouped(words: list[str]) -> dict[str, list[str]]:
    groups: dict = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word)
    return groups


@compile()
def counted(words: list[str]) -> dict[str, int]:
    counts: defaultdict = defaultdict(int)
    for word in words:
        counts[word] += 1
    return dict(counts)


@compile()
def anything(n: int) -> tuple[str, list[int | str]]:
    value: Any = n + 1
    value = f"{value}"
    items: list = [n]
    items.append(value)
    pair: tuple = (value, items)
    unknown: "Whatever" = pair  # noqa: F821
    return unknown


CASES = {
    "grouped": [(["a", "bb", "ab", ""],), ([],)],
    "counted": [(["a", "b", "a"],), ([],)],
    "anything": [(1,), (-5,)],
}
